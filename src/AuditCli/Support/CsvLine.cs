using System.Text;

namespace AuditCli.Support;

/// <summary>A line of CSV as RFC 4180 has it.</summary>
internal static class CsvLine
{
    private static readonly char[] Special = [',', '"', '\r', '\n'];

    /// <summary>The values, each in quotes where it needs them.</summary>
    public static string Of(IEnumerable<string> values) => string.Join(',', values.Select(Quoted));

    private static string Quoted(string value) => value.IndexOfAny(Special) < 0
        ? value
        : new StringBuilder(value).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
}
