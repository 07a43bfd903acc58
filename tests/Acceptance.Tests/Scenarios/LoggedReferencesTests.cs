using System.Text;
using Acceptance.Tests.Audits;
using Acceptance.Tests.Failures;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Scenarios;

/// <summary>Whatever a force tells, and whatever goes wrong with it, no reference and no subject stands in the log above Debug.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class LoggedReferencesTests<TService>(TService service) : FaultyServiceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const string Mark = "zq7";

    [Fact]
    public async Task No_reference_to_an_incident_a_crime_a_victim_or_a_subject_is_logged()
    {
        var log = new LinesAboveDebug();
        await using var told = new TService { Faults = new FaultScript(), Attempts = 1, Log = log };
        await told.InitializeAsync();
        await TellAsync(told);
        await ReadAsync(told);
        await FailAsync(told);
        await told.RestartAsync();
        Assert.NotEmpty(log.Lines);
        Assert.Contains(log.Lines, line => line.Contains("was lost and is run again", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Mark, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task TellAsync(TService told)
    {
        IncidentUpdate[] updates =
        [
            .. Enumerable.Range(0, 4).Select(i => Told.Report("kent", $"{Mark}-log-{i}", Moments.Reported, "violence", Told.Alleged($"{Mark}-a", victim: $"{Mark}-victim"))),
            Told.Crime("kent", $"{Mark}-log-0", $"{Mark}-crime", Moments.Reported.AddHours(2), Codes.Violence, $"{Mark}-a"),
        ];
        foreach (IncidentUpdate update in updates)
        {
            await told.As($"{Mark}-officer", "submitter", "kent").Incidents.SubmitAsync(update, Cancel);
        }

        var audit = new Inspection(told, "audit-1", "kent");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Plans.Of("kent", SeedSource.Witnessed, ("violence", 2)));
        await audit.ReviewAllAsync(items, _ => Reviews.Of(Reviews.Decision(ReviewOutcome.Recorded)));
    }

    private static async Task ReadAsync(TService told)
    {
        CrimeAuditClient reader = told.As($"{Mark}-reader", "reader", "kent");
        await reader.Incidents.GetAsync("kent", Told.Command, $"{Mark}-log-0", Cancel);
        await reader.Incidents.ListOverduePageAsync(new ListOverdueRequest { Force = "kent" }, Cancel);
        using HttpClient json = told.Json();
        json.DefaultRequestHeaders.Authorization = new("Bearer", told.TokenOf($"{Mark}-reader", "reader", "kent"));
        foreach (string path in new[] { $"/v1/forces/kent/systems/storm/incidents/{Mark}-log-0", $"/v1/forces/kent/systems/storm/incidents/{Mark}-unheard-of", $"/v1/forces/{Mark}/incidents?page_token={Mark}" })
        {
            using HttpResponseMessage answer = await json.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            await answer.Content.ReadAsByteArrayAsync(Cancel);
        }

        using var malformed = new StringContent($"{{\"update\": {Mark}", Encoding.UTF8, "application/json");
        using HttpResponseMessage refused = await json.PostAsync(new Uri("/v1/incidents:submit", UriKind.Relative), malformed, Cancel);
    }

    /// <summary>A turn that is lost, one that fails for good, a request id used for something else, a reading that fails.</summary>
    private static async Task FailAsync(TService told)
    {
        CrimeAuditClient submitter = told.As($"{Mark}-officer", "submitter", "kent");
        told.Faults!.Fail(FaultPoint.Commit, n => n == 0, told.Failures.Lost);
        await submitter.Incidents.SubmitAsync(Told.Report("kent", $"{Mark}-lost"), Cancel);
        told.Faults.Mend();
        told.Faults.Fail(FaultPoint.Turn, _ => true, told.Failures.Gone);
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => submitter.Incidents.SubmitAsync(Told.Report("kent", $"{Mark}-gone"), Cancel));
        told.Faults.Mend();
        IncidentUpdate again = Told.Report("kent", $"{Mark}-other");
        again.Sender.RequestId = $"{Mark}-request";
        await submitter.Incidents.SubmitAsync(again, Cancel);
        IncidentUpdate changed = Told.Closed("kent", $"{Mark}-other", Moments.Reported);
        changed.Sender.RequestId = $"{Mark}-request";
        await Assert.ThrowsAsync<RequestIdReusedException>(() => submitter.Incidents.SubmitAsync(changed, Cancel));
        told.Faults.Fail(FaultPoint.Read, _ => true, () => new InvalidOperationException("a fault that nobody expects"));
        await Assert.ThrowsAnyAsync<CrimeAuditException>(() => submitter.Incidents.GetAsync("kent", Told.Command, $"{Mark}-log-1", Cancel));
        told.Faults.Mend();
    }
}
