namespace AuditCore.Evidence;

/// <summary>Some units of the frozen frame: stratum by stratum in plan order, each in ordinal order.</summary>
/// <param name="Stratum">Place of the stratum in the plan, from 0.</param>
/// <param name="Ids">The next unit ids of the stratum, 1 to <see cref="MostIds"/>; fewer only on its last line.</param>
public sealed record BundleUnits(int Stratum, IReadOnlyList<string> Ids) : BundleLine
{
    /// <summary>Ids on a full line.</summary>
    public const int MostIds = 1_000;
}
