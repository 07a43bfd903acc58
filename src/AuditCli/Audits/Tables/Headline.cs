using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary>The interval that an estimate is shown with.</summary>
internal static class Headline
{
    /// <summary>The interval that the answer names as its headline; null when it has none.</summary>
    public static Interval? Of(RatioEstimate estimate) => estimate.Method switch
    {
        "korn-graubard" => estimate.KornGraubard,
        "clopper-pearson" => estimate.Exact,
        "wald" => estimate.Wald,
        _ => null,
    };

    /// <summary>How the interval was made, and why where it is not the usual one: <c>clopper-pearson, degenerate</c>.</summary>
    public static string MethodOf(RatioEstimate estimate) =>
        estimate.Note == EstimateNote.Unspecified ? estimate.Method : $"{estimate.Method}, {Cell.Of(estimate.Note)}";
}
