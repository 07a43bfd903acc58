using System.Numerics;

namespace AuditCore.Ledger;

/// <summary>Leaves side by side.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct LeafRange(long Start, long End)
{
    public long Count => End - Start;

    /// <summary>Splits a tree of two leaves or more where RFC 9162 does: at the largest power of two below its size.</summary>
    public (LeafRange Left, LeafRange Right) Split()
    {
        long middle = Start + (1L << BitOperations.Log2((ulong)(Count - 1)));
        return (new LeafRange(Start, middle), new LeafRange(middle, End));
    }
}
