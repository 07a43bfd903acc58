namespace CrimeAudit.Client;

/// <summary>
/// A receipt as C2SP's <c>tlog-proof@v1</c> text: an entry's index, its path, and the checkpoint that holds it. It says nothing of what
/// the entry is; that is for <see cref="RequireLeaf"/>.
/// </summary>
public sealed class TlogProof
{
    private const string Version = "c2sp.org/tlog-proof@v1";
    private const string ExtraMark = "extra ";
    private const string IndexMark = "index ";

    /// <summary>A path through a tree of 2⁶³ leaves.</summary>
    private const int MostHashes = 63;

    private TlogProof(byte[] extra, long index, IReadOnlyList<byte[]> path, LogCheckpoint checkpoint) =>
        (Extra, Index, Path, Checkpoint) = (extra, index, path, checkpoint);

    /// <summary>What the application added; empty when nothing. Nothing proves it.</summary>
    public ReadOnlyMemory<byte> Extra { get; }

    /// <summary>Index of the entry, from 0.</summary>
    public long Index { get; }

    /// <summary>The checkpoint, its signature checked.</summary>
    public LogCheckpoint Checkpoint { get; }

    internal IReadOnlyList<byte[]> Path { get; }

    /// <summary>Reads a proof and checks the signature of its checkpoint.</summary>
    /// <param name="text">The text.</param>
    /// <param name="log">The log that it must be of.</param>
    /// <returns>The proof, its path not yet checked.</returns>
    /// <exception cref="ProofRejectedException">It is damaged, forged, or another log's.</exception>
    public static TlogProof Parse(string text, TrustedLog log)
    {
        int split = text.IndexOf("\n\n", StringComparison.Ordinal);
        string[] lines = split < 0 ? [] : text[..split].Split('\n');
        if (lines.Length < 2 || lines[0] != Version)
        {
            throw Malformed($"A proof begins with the line {Version} and is parted from its checkpoint by an empty line.");
        }

        bool hasExtra = lines[1].StartsWith(ExtraMark, StringComparison.Ordinal);
        string[] rest = lines[(hasExtra ? 2 : 1)..];
        if (rest.Length == 0 || !rest[0].StartsWith(IndexMark, StringComparison.Ordinal))
        {
            throw Malformed("The line of the index is missing.");
        }

        if (rest.Length - 1 > MostHashes)
        {
            throw new ProofRejectedException(ProofFault.PathTooLong, $"No path has more than {MostHashes} hashes.");
        }

        byte[] extra = hasExtra ? ExtraOf(lines[1]) : [];
        long index = CanonicalText.Number(rest[0].AsSpan(IndexMark.Length), "index");
        byte[][] path = [.. rest[1..].Select(l => CanonicalText.Hash(l, "hash of the path"))];
        return new TlogProof(extra, index, path, log.Open(text[(split + 2)..]));
    }

    /// <summary>Requires that a leaf is the entry that the proof is of.</summary>
    /// <param name="leaf">The leaf's bytes: the entry's leaf text.</param>
    /// <exception cref="ProofRejectedException">It is not.</exception>
    public void RequireLeaf(ReadOnlySpan<byte> leaf) =>
        MerkleProofs.RequireInclusion(MerkleProofs.LeafHash(leaf), Index, Checkpoint.Size, Checkpoint.RootHash, Path);

    private static byte[] ExtraOf(string line) =>
        CanonicalText.Base64(line[ExtraMark.Length..]) is { Length: > 0 } extra ? extra : throw Malformed("The extra data is not canonical base64.");

    private static ProofRejectedException Malformed(string message) => new(ProofFault.ProofMalformed, message);
}
