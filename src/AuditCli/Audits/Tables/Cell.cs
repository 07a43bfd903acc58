using System.Globalization;
using AuditCli.Support;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Audits.Tables;

/// <summary>Values as cells, as every workbook reads them, whatever its language; numbers are <see cref="Exact"/>.</summary>
internal static class Cell
{
    public static string Of(bool value) => value ? "yes" : "no";

    /// <summary>UTC, ISO 8601; empty where there is none.</summary>
    public static string Of(Timestamp? time) =>
        time?.ToDateTime().ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A value of an enumeration in words: <c>not recorded</c>; empty where it says nothing.</summary>
    public static string Of(System.Enum value)
    {
        string name = value.ToString();
        return name == "Unspecified" ? "" : AuditText.Words(name);
    }

    /// <summary>What a review found that decided about no crime: that none was required, or the verdict on a record.</summary>
    public static string OfFinding(Review review) =>
        review.Cancellation is { } cancellation ? Of(cancellation.Verdict)
        : review.Classification is { } classification ? Of(classification.Verdict)
        : "no crime required";

    /// <summary>The rule that such a review rests on.</summary>
    public static string ParagraphOf(Review review) =>
        review.NoCrime?.RuleParagraph ?? review.Cancellation?.RuleParagraph ?? review.Classification?.RuleParagraph ?? "";

    /// <summary>Its rationale.</summary>
    public static string RationaleOf(Review review) =>
        review.NoCrime?.Rationale ?? review.Cancellation?.Rationale ?? review.Classification?.Rationale ?? "";
}
