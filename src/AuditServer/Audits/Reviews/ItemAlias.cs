using System.Globalization;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// How what is left of an erased step names an item beside its own: by its place in the sample, which says nothing of the report. No unit
/// id begins as an alias does.
/// </summary>
internal static class ItemAlias
{
    private const char Mark = '#';

    public static string Of(SampleItemRow item) =>
        string.Create(CultureInfo.InvariantCulture, $"{Mark}{item.Stratum}/{item.Position}");

    /// <summary>The place that an alias names; null when the text is none.</summary>
    public static (int Stratum, long Position)? Read(string text) =>
        text.Length > 0 && text[0] == Mark && text[1..].Split('/') is [{ } stratum, { } position]
        && int.TryParse(stratum, NumberStyles.None, CultureInfo.InvariantCulture, out int ofStratum)
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out long ofItem)
            ? (ofStratum, ofItem)
            : null;
}
