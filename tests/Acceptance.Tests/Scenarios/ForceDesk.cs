using Acceptance.Tests.Overdue;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Scenarios;

/// <summary>What people of a force do, each at the time of the server's clock, and what the safeguarding desk sees.</summary>
internal sealed class ForceDesk(ServiceUnderTest service, string force, CancellationToken cancel)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    /// <summary>A report comes in.</summary>
    public Task ReportAsync(string reference, string openingCode, ReporterKind by, string[] qualifiers, params AllegedCrime[] alleged) =>
        SendAsync(IncidentUpdates.Opened(force, Told.Command, reference, EventTimes.Instant(Now), new Opened
        {
            ReportedTime = EventTimes.Instant(Now),
            OpeningCode = openingCode,
            ReporterKind = by,
            Qualifiers = { qualifiers },
            AllegedCrimes = { alleged },
        }));

    /// <summary>The log is closed.</summary>
    public Task CloseAsync(string reference, string closingCode) => SendAsync(Told.Closed(force, reference, Now, closingCode));

    /// <summary>A crime is recorded.</summary>
    public Task RecordAsync(string reference, string crimeRef, string code, params string[] answers) =>
        SendAsync(Told.Crime(force, reference, crimeRef, Now, code, answers));

    /// <summary>A designated decision maker cancels a crime for additional verifiable information, and tells nobody.</summary>
    public Task CancelUntoldAsync(string reference, string crimeRef) => SendAsync(Tell(reference, u => u.CrimeCancelled = new CrimeCancelled
    {
        CrimeRef = crimeRef,
        Reason = CancellationReason.C2AdditionalVerifiableInformation,
        DeciderKind = DeciderKind.DesignatedDecisionMaker,
        DeciderIndependent = true,
    }));

    /// <summary>It is decided not to record.</summary>
    public Task DecideAgainstAsync(string reference, string allegedRef, NotRecordedReason reason) =>
        SendAsync(Tell(reference, u => u.CrimeNotRecorded = new CrimeNotRecorded { AllegedRefs = { allegedRef }, Reason = reason }));

    /// <summary>Time passes.</summary>
    public void Wait(double hours = 0, double seconds = 0) =>
        service.Clock.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromSeconds(seconds));

    /// <summary>The worklist, worst first.</summary>
    public Task<ListOverdueResponse> OverdueAsync() =>
        service.Reader(force).Incidents.ListOverduePageAsync(new ListOverdueRequest { Force = force }, cancel);

    /// <summary>The crimes on the worklist, worst first: <c>presumed:dangerous-dog</c>.</summary>
    public async Task<IReadOnlyList<string>> OverdueRefsAsync() => [.. (await OverdueAsync()).Crimes.Select(c => c.AllegedRef)];

    /// <summary>The safeguarding desk watches the worklist.</summary>
    public Task<OverdueWatcher> WatchAsync() => OverdueWatcher.BeginAsync(service.Reader(force), force, cancel);

    /// <summary>The rules that an incident's records break.</summary>
    public async Task<IReadOnlyList<string>> BreachesAsync(string reference) =>
        [.. (await service.Reader(force).Incidents.GetAsync(force, Told.Command, reference, cancel)).Incident.Breaches.Select(b => b.Rule)];

    /// <summary>The systems that fell silent.</summary>
    public async Task<IReadOnlyList<string>> StaleAsync() =>
        [.. (await OverdueAsync()).Freshness.SelectMany(f => f.Sources).Where(s => s.Stale).Select(s => s.SourceSystem)];

    private IncidentUpdate Tell(string reference, Action<IncidentUpdate> change) =>
        IncidentUpdates.Of(force, Told.Command, reference, EventTimes.Instant(Now), change, Told.CrimeSystem);

    private async Task SendAsync(IncidentUpdate update) => await service.Submitter(force).Incidents.SubmitAsync(update, cancel);
}
