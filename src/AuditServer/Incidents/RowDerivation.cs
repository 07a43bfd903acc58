using AuditCore.Recording;
using AuditServer.Sequencing;

namespace AuditServer.Incidents;

/// <summary>
/// Derives anew, before the server serves, the rows of incidents that an earlier program wrote: how urgent their open crimes are, and
/// what frames read of them, follow from the updates, which no migration in SQL can fold. Several instances take turns, and find
/// nothing left. Whatever is counted by further dimensions must be counted before: a row derived here looks as if it had been.
/// </summary>
internal sealed partial class RowDerivation(
    IIncidentReads reads, ILogStore store, IRecordingReference reference, ILogger<RowDerivation> logger) : IHostedService
{
    private const int AtOnce = 500;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        int derived = 0;
        while (await reads.FindUnderivedAsync(AtOnce, cancellationToken) is { Count: > 0 } names)
        {
            await DeriveAsync(names, cancellationToken);
            derived += names.Count;
        }

        if (derived > 0)
        {
            LogDerived(logger, derived);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task DeriveAsync(IReadOnlyCollection<IncidentName> names, CancellationToken cancel)
    {
        await using ILogTurn turn = await store.TakeTurnAsync(cancel);
        IReadOnlyDictionary<IncidentName, KnownIncident> known = await turn.Incidents.ReadAsync(names, cancel);
        var rows = new List<IncidentRow>(known.Count);
        foreach ((IncidentName name, KnownIncident incident) in known)
        {
            IncidentState state = IncidentFold.Of([.. incident.Updates.Select(u => u.ToLogged())], reference);
            rows.Add(IncidentRow.Of(incident.IncidentId, name, state, before: state, reference));
        }

        await turn.Incidents.SaveAsync(rows, cancel);
        await turn.CommitAsync(turn.Head, cancel);
    }

    [LoggerMessage(LogLevel.Information, "Derived the rows of {Incidents} incidents anew")]
    private static partial void LogDerived(ILogger logger, int incidents);
}
