using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Incidents;

public abstract class SubmittingTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task The_first_receipt_has_index_0_and_the_others_follow_without_a_gap()
    {
        await using TService empty = await EmptyServiceAsync();
        IReadOnlyList<Receipt> receipts =
            await SubmitAsync(empty, [.. Enumerable.Range(0, 25).Select(i => Told.Report(i % 2 == 0 ? "kent" : "surrey", $"r{i}"))]);

        Assert.Equal(Enumerable.Range(0, 25).Select(i => (long)i), receipts.Select(r => r.EntryIndex));
        Assert.DoesNotContain(receipts, r => r.Replayed);
        Assert.Equal(25, await EntriesAsync(empty));
    }

    [Fact]
    public async Task A_receipt_comes_with_the_alleged_crimes_and_their_deadlines()
    {
        SubmitIncidentResponse answer = await Service.Submitter("kent").Incidents.SubmitAsync(
            Told.Report("kent", "with-crimes", Told.Alleged("a1"), Told.Alleged("a2", Codes.Robbery)), Cancel);

        Assert.Equal(["a1", "a2"], answer.AllegedCrimes.Select(a => a.AllegedCrime.AllegedRef));
        Assert.All(answer.AllegedCrimes, a => Assert.Equal(Moments.Reported.AddHours(24), a.Deadline.ToDateTimeOffset()));
        Assert.All(answer.AllegedCrimes, a => Assert.Equal((AllegedCrimeAnswer.Open, true), (a.Answer, a.Overdue)));
    }

    [Fact]
    public async Task The_same_update_again_gets_its_first_receipt_and_is_not_stored_twice()
    {
        IncidentUpdate update = Told.Report("essex", "again");
        Receipt first = (await SubmitAsync(update))[0];
        Service.Clock.Advance(TimeSpan.FromMinutes(1));
        await SubmitAsync(Told.Report("essex", "another"));
        Receipt again = (await SubmitAsync(update.Clone()))[0];

        Assert.False(first.Replayed);
        Assert.True(again.Replayed);
        Assert.Equal((first.EntryIndex, first.AcceptedTime), (again.EntryIndex, again.AcceptedTime));
        Assert.Single((await ReadAsync("essex", "again")).History);
    }

    [Fact]
    public async Task Another_update_under_the_same_request_id_is_refused_and_changes_nothing()
    {
        IncidentUpdate update = Told.Report("dorset", "reused");
        Receipt first = (await SubmitAsync(update))[0];
        GetIncidentResponse before = await ReadAsync("dorset", "reused");
        IncidentUpdate other = update.Clone();
        other.Opened.Area = "elsewhere";

        RequestIdReusedException refused = await Assert.ThrowsAsync<RequestIdReusedException>(() => SubmitAsync(other));
        Assert.Equal(first.EntryIndex.ToString(System.Globalization.CultureInfo.InvariantCulture), refused.Resource?.Name);
        GetIncidentResponse after = await ReadAsync("dorset", "reused");
        Assert.Equal((before.Incident, before.AsOf.TreeSize), (after.Incident, after.AsOf.TreeSize));
    }

    [Fact]
    public async Task A_request_id_is_free_for_another_system_and_another_force()
    {
        IncidentUpdate ofStorm = Told.Report("gwent", "shared-id");
        IncidentUpdate ofNiche = ofStorm.Clone();
        ofNiche.Sender.SourceSystem = Told.CrimeSystem;
        IncidentUpdate ofSurrey = ofStorm.Clone();
        ofSurrey.Sender.Force = "surrey";

        IReadOnlyList<Receipt> receipts = await SubmitAsync(ofStorm, ofNiche, ofSurrey);
        Assert.DoesNotContain(receipts, r => r.Replayed);
        Assert.Equal(3, receipts.Select(r => r.EntryIndex).Distinct().Count());
    }

    [Fact]
    public async Task A_force_that_does_not_exist_is_not_found()
    {
        NotFoundException refused = await Assert.ThrowsAsync<NotFoundException>(() => SubmitAsync(Told.Report("atlantis", "r1")));
        Assert.Equal((ErrorReason.UnknownForce, "atlantis"), (refused.Reason, refused.Resource?.Name));
        refused = await Assert.ThrowsAsync<NotFoundException>(() => Service.Lead().Incidents.GetAsync("atlantis", Told.Command, "r1", Cancel));
        Assert.Equal(ErrorReason.UnknownForce, refused.Reason);
    }

    [Fact]
    public async Task An_incident_that_nobody_told_of_is_not_found()
    {
        NotFoundException refused = await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync("kent", "never/told of"));
        Assert.Equal((ErrorReason.UnknownIncident, "kent/storm/never%2Ftold%20of"), (refused.Reason, refused.Resource?.Name));
    }

    [Fact]
    public async Task The_credential_of_one_force_neither_speaks_nor_asks_for_another()
    {
        IIncidentClient ofKent = Service.Submitter("kent").Incidents;
        PermissionException refused =
            await Assert.ThrowsAsync<PermissionException>(() => ofKent.SubmitAsync(Told.Report("cumbria", "foreign"), Cancel));
        Assert.Equal(ErrorReason.ForceNotPermitted, refused.Reason);
        refused = await Assert.ThrowsAsync<PermissionException>(
            () => ofKent.SubmitBatchAsync([Told.Report("kent", "own-of-mixed"), Told.Report("cumbria", "foreign")], Cancel));
        Assert.Equal(ErrorReason.ForceNotPermitted, refused.Reason);
        refused = await Assert.ThrowsAsync<PermissionException>(() => ofKent.GetAsync("cumbria", Told.Command, "foreign", Cancel));
        Assert.Equal(ErrorReason.ForceNotPermitted, refused.Reason);

        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync("cumbria", "foreign"));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync("kent", "own-of-mixed"));
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("registrar")]
    [InlineData("lead")]
    [InlineData("admin")]
    public async Task Only_submitters_submit(string role)
    {
        PermissionException refused = await Assert.ThrowsAsync<PermissionException>(
            () => Service.Client(role, "kent").Incidents.SubmitAsync(Told.Report("kent", $"by-{role}"), Cancel));
        Assert.Equal(ErrorReason.RoleMissing, refused.Reason);
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync("kent", $"by-{role}"));
    }
}
