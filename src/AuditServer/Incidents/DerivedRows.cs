using AuditCore.Recording;
using AuditServer.Sequencing;

namespace AuditServer.Incidents;

/// <summary>What a turn's updates make of the derived tables. It is computed from memory alone.</summary>
/// <param name="Incidents">Rows of the incidents that changed.</param>
/// <param name="Counts">Changes of the live counts.</param>
/// <param name="Touches">What was heard of each sending system.</param>
internal sealed record DerivedRows(IReadOnlyList<IncidentRow> Incidents, RollupDeltas Counts, IReadOnlyList<SourceTouch> Touches)
{
    public static DerivedRows Of(IReadOnlyList<PlacedUpdate> placed, IReadOnlyDictionary<IncidentName, TouchedIncident> incidents)
    {
        var rows = new List<IncidentRow>(incidents.Count);
        var counts = new RollupChanges();
        foreach ((IncidentName name, TouchedIncident incident) in incidents)
        {
            if (incident.Changed)
            {
                rows.Add(incident.Row(name, counts));
            }
        }

        return new DerivedRows(rows, counts.Deltas(), TouchesOf(placed));
    }

    private static List<SourceTouch> TouchesOf(IEnumerable<PlacedUpdate> placed) =>
    [
        .. placed.Where(p => p.IsNew).GroupBy(p => (p.Update.Key.Force, p.Update.Key.SourceSystem)).Select(g => new SourceTouch(
            g.Key.Force,
            g.Key.SourceSystem,
            // A replayed turn holds entries of many times.
            g.Max(p => p.AcceptedMicros),
            g.Max(p => p.Update.Message.EventTime.Instant() is { } instant ? Micros.Of(instant) : (long?)null))),
    ];
}
