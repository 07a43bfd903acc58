using System.Text;
using AuditCli.Input;

namespace AuditCli.Draw;

/// <summary>Reads a frame: one unit id a line, UTF-8.</summary>
internal static class FrameFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The ids in the order of the file.</summary>
    /// <exception cref="InputException">Empty or repeated lines, control characters or bytes that are not UTF-8, each with its line; or no line.</exception>
    public static IReadOnlyList<string> Read(string path, Func<Stream> standardInput)
    {
        ReadOnlySpan<byte> rest = InputFile.Read(path, standardInput).Span;
        List<string> ids = [];
        List<string> problems = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        for (int line = 1; !rest.IsEmpty; line++)
        {
            int end = rest.IndexOf((byte)'\n');
            string? id = Decode(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (Problem(id, lines) is string problem)
                problems.Add(FormattableString.Invariant($"{path}, line {line}: {problem}."));
            else if (lines.TryAdd(id!, line))
                ids.Add(id!);
        }
        if (ids.Count == 0 && problems.Count == 0)
            problems.Add($"{path}: the frame holds no unit.");
        InputException.ThrowIfAny(problems);
        return ids;
    }

    private static string? Problem(string? id, Dictionary<string, int> lines)
    {
        if (id is null)
            return "not UTF-8";
        if (id.Length == 0)
            return "empty, where every line must be a unit id";
        if (id.Any(char.IsControl))
            return "holds a control character";
        return lines.TryGetValue(id, out int first) ? FormattableString.Invariant($"'{id}' is in the frame already, at line {first}") : null;
    }

    private static string? Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return Strict.GetString(line is [.. var text, (byte)'\r'] ? text : line);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
