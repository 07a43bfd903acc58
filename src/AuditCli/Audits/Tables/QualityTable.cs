using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary><c>quality.csv</c>: how blind reviewers agree beyond chance, and how often findings did not stand.</summary>
internal static class QualityTable
{
    private static readonly CsvColumns<QualityMeasure> Columns = new(
        ("subject", m => m.Subject),
        ("measure", m => m.Measure),
        ("value", m => Exact.Of(m.Value)),
        ("lower", m => Exact.Of(m.Interval?.Lower)),
        ("upper", m => Exact.Of(m.Interval?.Upper)),
        ("method", m => m.Method),
        ("of", m => Exact.Of(m.Of)),
        ("count", m => Exact.Of(m.Count)),
        ("standard_error", m => Exact.Of(m.StandardError)),
        ("by_chance", m => Exact.Of(m.ByChance)),
        ("found", m => m.Challenges is { } c ? Exact.Of(c.Found) : ""),
        ("challenged", m => m.Challenges is { } c ? Exact.Of(c.Challenged) : ""),
        ("changed", m => m.Challenges is { } c ? Exact.Of(c.Changed) : ""));

    public static string Text(GetReviewQualityResponse answer) => Columns.Text(QualityMeasure.OfAll(answer));
}
