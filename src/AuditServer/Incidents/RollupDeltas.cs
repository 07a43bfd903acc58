using AuditCore.Recording;

namespace AuditServer.Incidents;

/// <summary>What a turn changes of the live counts.</summary>
/// <param name="Cells">By cell.</param>
/// <param name="Values">By further dimensions.</param>
/// <param name="Months">The months of which either has a change, each once.</param>
internal sealed record RollupDeltas(
    IReadOnlyList<RollupDelta> Cells, IReadOnlyList<RollupValueDelta> Values, IReadOnlyList<RollupMonth> Months)
{
    /// <summary>Nothing changes.</summary>
    public bool IsEmpty => Months.Count == 0;
}

/// <summary>A change of the live counts.</summary>
internal readonly record struct RollupDelta(string Force, RollupCell Cell, RollupCount Count, long Change);

/// <summary>A change of the live counts by a further dimension.</summary>
internal readonly record struct RollupValueDelta(string Force, RollupValue Value, RollupCell Cell, RollupCount Count, long Change);

/// <summary>A month of a force, as cells name it: year × 100 + month, 0 when unknown.</summary>
internal readonly record struct RollupMonth(string Force, int Month);
