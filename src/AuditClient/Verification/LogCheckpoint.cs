namespace CrimeAudit.Client;

/// <summary>
/// A state of the log that its key has signed. Made by <see cref="TrustedLog.Open"/> alone, so holding one means that the signature
/// was checked.
/// </summary>
public sealed class LogCheckpoint
{
    internal LogCheckpoint(string origin, long size, byte[] root, string note) => (Origin, Size, RootHash, Note) = (origin, size, root, note);

    /// <summary>Which log.</summary>
    public string Origin { get; }

    /// <summary>Entries in the tree.</summary>
    public long Size { get; }

    /// <summary>The note as it came, with its signatures: the evidence.</summary>
    public string Note { get; }

    /// <summary>Root of the tree, 32 bytes.</summary>
    public ReadOnlyMemory<byte> Root => RootHash;

    internal byte[] RootHash { get; }

    internal bool IsSameTreeAs(LogCheckpoint other) => Size == other.Size && RootHash.AsSpan().SequenceEqual(other.RootHash);
}
