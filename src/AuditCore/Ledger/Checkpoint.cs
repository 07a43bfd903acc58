using System.Globalization;

namespace AuditCore.Ledger;

/// <summary>
/// The text that a log signs about its tree, as C2SP <c>tlog-checkpoint</c> has it: origin, size, root, a line each. Extension lines
/// are neither written nor read: this log has none.
/// </summary>
/// <param name="Origin">Names the log: not empty, no white space, no plus sign.</param>
/// <param name="Size">Leaves of the tree.</param>
/// <param name="Root">Its root, 32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    private const int Lines = 3;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text of a note, without its signatures.</param>
    /// <exception cref="FormatException">It is no checkpoint; the message says why.</exception>
    public static Checkpoint Parse(string text)
    {
        string[] lines = StrictText.Lines("checkpoint", text);
        if (lines.Length != Lines)
        {
            throw new FormatException($"The checkpoint has {lines.Length} lines, not {Lines}.");
        }

        return StrictText.IsKeyName(lines[0])
            ? new Checkpoint(lines[0], StrictText.Number("tree size", lines[1]), StrictText.Hash("root hash", lines[2]))
            : throw new FormatException("The origin is empty, or holds white space or a plus sign.");
    }

    /// <summary>The text.</summary>
    /// <exception cref="ArgumentException">Origin, size or root are not what they must be.</exception>
    public string ToText()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Size);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Root.Length, TreeHash.Bytes);
        return StrictText.IsKeyName(Origin)
            ? string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n")
            : throw new ArgumentException($"'{Origin}' is no origin: it is empty, or holds white space or a plus sign.");
    }
}
