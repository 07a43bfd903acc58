namespace AuditServer.Errors;

/// <summary>
/// Keeps a fault small. Its details travel in the trailers of a call, and clients take so many bytes of those (64 KiB
/// where nothing else is set): past that they see a broken connection, and send the wrong request again.
/// </summary>
internal static class FaultSize
{
    private const int MostViolations = 50;
    private const int LongestDescription = 160;
    private const int LongestName = 2_000;

    /// <summary>The first violations; where there are more, the last one told counts the rest.</summary>
    /// <param name="violations">The first ones, more than are told if there are more.</param>
    /// <param name="found">How many there are.</param>
    public static IReadOnlyList<Violation> Bound(IReadOnlyList<Violation> violations, int found)
    {
        IEnumerable<Violation> told = violations.Take(MostViolations).Select(v => v with { Description = Cut(v.Description, LongestDescription) });
        return found <= MostViolations
            ? [.. told]
            : [.. told, new Violation(Whole(violations[0].Field), FormattableString.Invariant($"{found - MostViolations} more problems"))];
    }

    /// <summary>A name that somebody asked for, as far as an answer repeats it. Every name that can exist fits.</summary>
    public static string CutName(string name) => Cut(name, LongestName);

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static string Whole(string path)
    {
        int end = path.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? path : path[..end];
    }
}
