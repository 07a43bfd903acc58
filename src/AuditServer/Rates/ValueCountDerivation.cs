using AuditCore.Recording;
using AuditServer.Incidents;
using AuditServer.Sequencing;

namespace AuditServer.Rates;

/// <summary>
/// Counts by further dimensions, before the server serves, the incidents that a program wrote which did not: no migration in SQL
/// can fold them. What is found and what is counted is of one turn, so several instances each do a part and none is done twice.
/// </summary>
internal sealed partial class ValueCountDerivation(
    IRateReads reads, ILogStore store, IRecordingReference reference, ILogger<ValueCountDerivation> logger) : IHostedService
{
    private const int AtOnce = 500;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await reads.HasNotCountedAsync(cancellationToken))
        {
            return;
        }

        int counted = 0;
        while (await CountAsync(cancellationToken) is > 0 and int incidents)
        {
            counted += incidents;
        }

        LogCounted(logger, counted);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<int> CountAsync(CancellationToken cancel)
    {
        await using ILogTurn turn = await store.TakeTurnAsync(cancel);
        IReadOnlyList<IncidentName> names = await turn.Incidents.FindNotCountedAsync(AtOnce, cancel);
        if (names.Count == 0)
        {
            return 0;
        }

        var rows = new List<IncidentRow>(names.Count);
        var counts = new RollupChanges();
        foreach ((IncidentName name, KnownIncident incident) in await turn.Incidents.ReadAsync([.. names], cancel))
        {
            IncidentState state = IncidentFold.Of([.. incident.Updates.Select(u => u.ToLogged())], reference);
            rows.Add(IncidentRow.Of(incident.IncidentId, name, state, before: state, reference));
            counts.AddByValue(name.Force, state, +1);
        }

        await turn.Incidents.SaveAsync(rows, cancel);
        await turn.Incidents.AddToRollupsAsync(counts.Deltas(), cancel);
        await turn.CommitAsync(turn.Head, cancel);
        return rows.Count;
    }

    [LoggerMessage(LogLevel.Information, "Counted {Incidents} incidents by area, channel, codes, qualifiers and reasons")]
    private static partial void LogCounted(ILogger logger, int incidents);
}
