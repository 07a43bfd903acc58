using AuditCore.Recording;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Incidents;

/// <summary>
/// Writes the updates of a turn as one set: finds replays, appends what is new, folds each incident concerned once,
/// and brings the derived tables up to date in the same transaction.
/// </summary>
internal sealed class UpdateWriter(IRecordingReference reference)
{
    public async ValueTask WriteAsync(Turn turn, IReadOnlyList<UpdateWork> works, CancellationToken cancel)
    {
        if (works.Count == 0)
        {
            return;
        }

        List<PlacedUpdate> placed = await UpdateReplays.DecideAsync(turn, works, cancel);
        HashSet<IncidentName> concerned = [.. placed.Where(p => p.IsNew || p.WantsState).Select(p => p.Update.Incident)];
        IReadOnlyDictionary<IncidentName, KnownIncident> known = await turn.Log.Incidents.ReadAsync(concerned, cancel);

        var incidents = new Dictionary<IncidentName, TouchedIncident>(concerned.Count);
        foreach (IncidentName name in concerned)
        {
            incidents.Add(name, new TouchedIncident(known.GetValueOrDefault(name), reference));
        }

        foreach (PlacedUpdate update in placed)
        {
            if (update.IsNew)
            {
                update.AppendTo(turn, incidents[update.Update.Incident]);
            }
        }

        await SaveAsync(turn, placed, incidents, cancel);
        foreach (PlacedUpdate update in placed)
        {
            update.Report(update.WantsState ? incidents[update.Update.Incident].State() : null);
        }
    }

    private static async ValueTask SaveAsync(
        Turn turn, List<PlacedUpdate> placed, Dictionary<IncidentName, TouchedIncident> incidents, CancellationToken cancel)
    {
        var rows = new List<IncidentRow>();
        var counts = new RollupChanges();
        foreach ((IncidentName name, TouchedIncident incident) in incidents)
        {
            if (incident.Changed)
            {
                rows.Add(incident.Row(name, counts));
            }
        }

        if (rows.Count == 0)
        {
            return;
        }

        turn.MarkWritten();
        await turn.Log.Incidents.SaveAsync(rows, cancel);
        await turn.Log.Incidents.AddToRollupsAsync(counts.Deltas(), cancel);
        await turn.Log.Incidents.AddToRollupsByValueAsync(counts.ValueDeltas(), cancel);
        await turn.Log.Incidents.TouchSourcesAsync(Touches(placed), cancel);
    }

    private static List<SourceTouch> Touches(List<PlacedUpdate> placed) =>
    [
        .. placed.Where(p => p.IsNew).GroupBy(p => (p.Update.Key.Force, p.Update.Key.SourceSystem)).Select(g => new SourceTouch(
            g.Key.Force,
            g.Key.SourceSystem,
            // A replayed turn holds entries of many times.
            g.Max(p => p.AcceptedMicros),
            g.Max(p => p.Update.Message.EventTime.Instant() is { } instant ? Micros.Of(instant) : (long?)null))),
    ];
}
