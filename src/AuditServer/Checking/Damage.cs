using AuditServer.Ledger;

namespace AuditServer.Checking;

/// <summary>Something of the log that is not what it must be.</summary>
/// <param name="Place">Where it stands: an entry, a tile, a checkpoint, the head.</param>
/// <param name="Index">The first entry that it concerns.</param>
/// <param name="What">What is wrong with it.</param>
internal sealed record Damage(string Place, long Index, string What)
{
    /// <summary>Damage of an entry itself.</summary>
    public static Damage OfEntry(long index, string what) => new(FormattableString.Invariant($"entry {index}"), index, what);

    /// <summary>The same in all entries of a run.</summary>
    public static Damage OfEntries(long first, long last, string what) =>
        first == last ? OfEntry(first, what) : new(FormattableString.Invariant($"entries {first} to {last}"), first, what);

    /// <summary>Damage of a checkpoint, which concerns the last entry that it speaks of.</summary>
    public static Damage OfCheckpoint(KeptCheckpoint kept, string what) =>
        new(FormattableString.Invariant($"checkpoint {kept.Size}/{kept.Version}"), Math.Max(0, kept.Size - 1), what);

    /// <summary>A checkpoint names another root than its entries give.</summary>
    public static Damage OfRoot(KeptCheckpoint kept, byte[] said, byte[] given) =>
        OfCheckpoint(kept, $"names the root {Convert.ToHexStringLower(said)}, and its entries give {Convert.ToHexStringLower(given)}");

    public override string ToString() => $"{Place}: {What}";
}
