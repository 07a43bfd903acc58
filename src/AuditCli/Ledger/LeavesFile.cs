using System.Text;
using AuditCli.Input;

namespace AuditCli.Ledger;

/// <summary>Reads leaves: the data of one a line, in hexadecimal. An empty line is a leaf of no bytes, and a file of no lines a tree of no leaves.</summary>
internal static class LeavesFile
{
    /// <summary>The leaves in the order of the file.</summary>
    /// <exception cref="InputException">A line is not hexadecimal; each is named.</exception>
    public static IReadOnlyList<byte[]> Read(string path, Func<Stream> standardInput)
    {
        List<string> lines = [.. Encoding.Latin1.GetString(InputFile.Read(path, standardInput).Span).Split('\n')];
        // What follows the last line feed is a line only when something stands there.
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var leaves = new List<byte[]>(lines.Count);
        var problems = new List<string>();
        for (int i = 0; i < lines.Count; i++)
        {
            string hex = lines[i].TrimEnd('\r');
            if (hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit))
            {
                leaves.Add(Convert.FromHexString(hex));
            }
            else
            {
                problems.Add(FormattableString.Invariant($"{path}, line {i + 1}: not an even number of hexadecimal digits."));
            }
        }

        InputException.ThrowIfAny(problems);
        return leaves;
    }
}
