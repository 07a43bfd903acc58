using System.Text.RegularExpressions;

namespace AuditServer.Storage.Sqlite;

/// <summary>The parameters that a statement's text names.</summary>
internal static partial class SqliteParameterNames
{
    /// <summary>Throws unless the names given are those that the text uses, no more and no fewer.</summary>
    /// <exception cref="ArgumentException">They are not; the message names the difference.</exception>
    public static void Require(string sql, ReadOnlySpan<string> given)
    {
        var left = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match found in Parameter.Matches(sql))
        {
            if (found.Groups["name"] is { Success: true } name)
            {
                left.Add(name.Value);
            }
        }

        foreach (string name in given)
        {
            if (!left.Remove(name))
            {
                throw new ArgumentException($"The statement has no parameter ${name}, or it was given twice: {sql}", nameof(given));
            }
        }

        if (left.Count > 0)
        {
            throw new ArgumentException($"Nothing was given for ${string.Join(", $", left)}: {sql}", nameof(given));
        }
    }

    // Comments and quoted text are matched first, so that a $ in them names nothing.
    [GeneratedRegex(@"--[^\n]*|'[^']*'|""[^""]*""|\$(?<name>\w+)")]
    private static partial Regex Parameter { get; }
}
