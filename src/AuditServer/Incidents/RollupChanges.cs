using AuditCore.Recording;

namespace AuditServer.Incidents;

/// <summary>What a turn changes of the live counts, added up before it is written: what cancels out is not written at all.</summary>
internal sealed class RollupChanges
{
    private readonly Dictionary<string, OfForce> forces = new(StringComparer.Ordinal);

    /// <summary>Adds an incident's state, or takes it back.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <param name="state">The state.</param>
    /// <param name="sign">+1 to add it, -1 to take it back.</param>
    public void Add(string force, IncidentState state, int sign)
    {
        RollupContributions.Add(state, sign, Of(force).Cells);
        AddByValue(force, state, sign);
    }

    /// <summary>As <see cref="Add"/>, to the counts by further dimensions alone.</summary>
    public void AddByValue(string force, IncidentState state, int sign) => RollupContributions.AddByValue(state, sign, Of(force).Values);

    /// <summary>The changes.</summary>
    public RollupDeltas Deltas()
    {
        RollupDelta[] cells =
        [
            .. forces.SelectMany(f => f.Value.Cells.Where(c => c.Value != 0).Select(c => new RollupDelta(f.Key, c.Key.Cell, c.Key.Count, c.Value))),
        ];
        RollupValueDelta[] values =
        [
            .. forces.SelectMany(f => f.Value.Values.Where(c => c.Value != 0)
                .Select(c => new RollupValueDelta(f.Key, c.Key.Value, c.Key.Cell, c.Key.Count, c.Value))),
        ];
        // A report that moves from area to area leaves every cell as it is, and its month changes all the same.
        HashSet<RollupMonth> months =
            [.. cells.Select(c => new RollupMonth(c.Force, c.Cell.Month)), .. values.Select(v => new RollupMonth(v.Force, v.Cell.Month))];
        return new RollupDeltas(cells, values, [.. months]);
    }

    private OfForce Of(string force)
    {
        if (!forces.TryGetValue(force, out OfForce? found))
        {
            forces.Add(force, found = new OfForce([], []));
        }

        return found;
    }

    private sealed record OfForce(
        Dictionary<(RollupCell Cell, RollupCount Count), long> Cells,
        Dictionary<(RollupValue Value, RollupCell Cell, RollupCount Count), long> Values);
}
