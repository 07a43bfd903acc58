using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Grpc.Core;

namespace Acceptance.Tests.Watching;

public abstract class WatchFilterTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_filter_tells_of_incidents_that_meet_every_condition_after_an_update_or_just_before_it()
    {
        await using TService own = await EmptyServiceAsync();
        IncidentUpdate vulnerable = Told.Report("kent", "r1", Moments.Reported, "theft", Told.Alleged("a1", Codes.Theft));
        vulnerable.Opened.Qualifiers.Add("vulnerable");
        await SubmitAsync(
            own,
            vulnerable,
            Told.Report("kent", "r2", Moments.Reported, "violence", Told.Alleged("a1")),
            Told.Closed("kent", "r1", Moments.Reported.AddHours(1)),
            Told.Crime("kent", "r1", "c1", Moments.Reported.AddHours(2), Codes.Theft, "a1"),
            Told.Crime("kent", "r2", "c2", Moments.Reported.AddHours(2), Codes.Burglary));

        await AssertTellsAsync(own, new() { Status = IncidentStatus.Open }, 0, 1, 2, 4);
        await AssertTellsAsync(own, new() { Status = IncidentStatus.Closed }, 2, 3);
        await AssertTellsAsync(own, new() { OpeningCode = "violence" }, 1, 4);
        await AssertTellsAsync(own, new() { OpeningCode = "violenc" });
        await AssertTellsAsync(own, new() { Qualifier = "vulnerable" }, 0, 2, 3);
        await AssertTellsAsync(own, new() { Qualifier = "vulner" });
        await AssertTellsAsync(own, new() { OffenceGroup = OffenceGroup.Violence }, 1, 4);
        await AssertTellsAsync(own, new() { OffenceGroup = OffenceGroup.Other }, 0, 2, 3, 4);
        await AssertTellsAsync(own, new() { OffenceGroup = OffenceGroup.Other, Status = IncidentStatus.Closed }, 2, 3);
    }

    [Fact]
    public async Task A_token_is_refused_with_every_other_filter_and_from_past_the_end_of_the_log()
    {
        await SubmitAsync(Told.Report("essex", "r1"));
        IIncidentClient lead = Service.Lead().Incidents;
        var own = new WatchIncidentsRequest { Force = "essex", OpeningCode = "a" };
        string token = (await Watched.UntilCaughtUpAsync(lead, own, Cancel))[^1].ResumeToken;
        await Watched.UntilCaughtUpAsync(lead, new(own) { ResumeToken = token }, Cancel);
        WatchIncidentsRequest[] others =
        [
            new(own) { Force = "" },
            new(own) { Force = "kent" },
            new(own) { Status = IncidentStatus.Open },
            new(own) { OpeningCode = "" },
            new(own) { OpeningCode = "b" },
            new(own) { Qualifier = "a", OpeningCode = "" },
            new(own) { OffenceGroup = OffenceGroup.Sexual },
        ];
        Assert.All(
            await Task.WhenAll(others.Select(o => RefusalAsync(lead, new(o) { ResumeToken = token }))),
            refusal => Assert.Equal(ErrorReason.InvalidResumeToken, refusal.Reason));
        Assert.Equal(ErrorReason.InvalidResumeToken, (await RefusalAsync(lead, new(own) { ResumeToken = token[..^1] })).Reason);

        await using TService shorter = await EmptyServiceAsync();
        CrimeAuditException past = await RefusalAsync(shorter.Lead().Incidents, new(own) { ResumeToken = token });
        Assert.Equal(ErrorReason.InvalidResumeToken, past.Reason);
        Assert.Contains("this one has 0", past.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_force_is_watched_by_itself_and_by_leads_all_forces_by_leads_alone_and_none_by_auditors()
    {
        var kent = new WatchIncidentsRequest { Force = "kent" };
        foreach (string role in new[] { "submitter", "reader", "registrar" })
        {
            await Watched.UntilCaughtUpAsync(Service.Client(role, "kent").Incidents, kent, Cancel);
            CrimeAuditException other = await RefusalAsync(Service.Client(role, "surrey").Incidents, kent);
            Assert.Equal((StatusCode.PermissionDenied, ErrorReason.ForceNotPermitted), (other.StatusCode, other.Reason));
            Assert.Equal("force", Assert.Single((await RefusalAsync(Service.Client(role, "kent").Incidents, new())).Violations).Field);
        }

        Assert.Equal(ErrorReason.RoleMissing, (await RefusalAsync(Service.Client("auditor").Incidents, kent)).Reason);
        foreach (string role in new[] { "lead", "admin" })
        {
            await Watched.UntilCaughtUpAsync(Service.Client(role).Incidents, kent, Cancel);
            await Watched.UntilCaughtUpAsync(Service.Client(role).Incidents, new(), Cancel);
        }

        Assert.Equal(ErrorReason.UnknownForce, (await RefusalAsync(Service.Lead().Incidents, new() { Force = "atlantis" })).Reason);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_request_is_named_at_once()
    {
        CrimeAuditException refused = await RefusalAsync(Service.Reader("kent").Incidents, new()
        {
            Status = (IncidentStatus)77,
            OpeningCode = new string('x', 65),
            Qualifier = "Not a tag",
            OffenceGroup = (OffenceGroup)77,
            Start = WatchStart.Now,
            ResumeToken = "x",
        });
        Assert.Equal(["force", "status", "opening_code", "qualifier", "offence_group", "start"], refused.Violations.Select(v => v.Field));
    }

    private static async Task AssertTellsAsync(TService own, WatchIncidentsRequest filter, params long[] indexes)
    {
        filter.Force = "kent";
        Assert.Equal(indexes, (await Watched.UntilCaughtUpAsync(own.Reader("kent").Incidents, filter, Cancel)).Indexes());
        Assert.Equal(indexes, (await Watched.UntilCaughtUpAsync(own.Lead().Incidents, new(filter) { Force = "" }, Cancel)).Indexes());
    }

    private static Task<CrimeAuditException> RefusalAsync(IIncidentClient client, WatchIncidentsRequest request) =>
        Assert.ThrowsAnyAsync<CrimeAuditException>(() => Watched.UntilCaughtUpAsync(client, request, Cancel));
}
