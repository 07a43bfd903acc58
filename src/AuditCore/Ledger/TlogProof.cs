using System.Globalization;
using System.Text;

namespace AuditCore.Ledger;

/// <summary>
/// A proof that can be checked without asking anybody, in the text that C2SP <c>tlog-proof</c> has: an entry's index, its inclusion
/// path, and the signed checkpoint of the tree that the path leads to.
/// </summary>
/// <param name="Index">The entry.</param>
/// <param name="Path">From its neighbour up.</param>
/// <param name="Checkpoint">The signed note.</param>
/// <param name="Extra">What an application adds, and nothing proves; null: nothing.</param>
public sealed record TlogProof(long Index, IReadOnlyList<byte[]> Path, SignedNote Checkpoint, byte[]? Extra = null)
{
    private const string Version = "c2sp.org/tlog-proof@v1";
    private const string ExtraPrefix = "extra ";
    private const string IndexPrefix = "index ";

    // A tree of fewer than 2^63 leaves is no higher.
    private const int LongestPath = 63;

    /// <summary>Reads a proof. What it says is to be believed only after its checkpoint's signature and its path are checked.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static TlogProof Parse(string text)
    {
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0)
        {
            throw new FormatException("The proof has no empty line before its checkpoint.");
        }

        var lines = new Queue<string>(text[..end].Split('\n'));
        if (lines.Dequeue() != Version)
        {
            throw new FormatException($"The first line is not '{Version}'.");
        }

        byte[]? extra = After(ExtraPrefix, lines) is { } added ? StrictText.Base64("extra data", added) : null;
        string index = After(IndexPrefix, lines) ?? throw new FormatException("The index is missing where it belongs.");
        return lines.Count <= LongestPath
            ? new TlogProof(
                StrictText.Number("index", index),
                [.. lines.Select(l => StrictText.Hash("path", l))],
                SignedNote.Parse(text[(end + 2)..]),
                extra)
            : throw new FormatException($"The path has {lines.Count} hashes; no tree is higher than {LongestPath}.");
    }

    /// <summary>The text.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Version).Append('\n');
        if (Extra is not null)
        {
            text.Append(ExtraPrefix).Append(Convert.ToBase64String(Extra)).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"{IndexPrefix}{Index}\n");
        foreach (byte[] hash in Path)
        {
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        }

        return text.Append('\n').Append(Checkpoint).ToString();
    }

    private static string? After(string prefix, Queue<string> lines) =>
        lines.TryPeek(out string? line) && line.StartsWith(prefix, StringComparison.Ordinal) ? lines.Dequeue()[prefix.Length..] : null;
}
