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

    public override string ToString() => $"{Place}: {What}";
}
