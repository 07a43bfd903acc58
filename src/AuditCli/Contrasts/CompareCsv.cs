using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Contrasts;

/// <summary>Comparisons, one line a pair and basis. Columns are only ever added, at the end.</summary>
internal static class CompareCsv
{
    private static readonly (string Name, Func<ComparedBasis, string> Of)[] Columns =
    [
        ("first_audit", b => b.Pair.FirstAuditId),
        ("second_audit", b => b.Pair.SecondAuditId),
        ("basis", b => b.Name),
        ("first", b => Exact.Of(b.Difference.HasFirst, b.Difference.First)),
        ("second", b => Exact.Of(b.Difference.HasSecond, b.Difference.Second)),
        ("difference", b => Exact.Of(b.Difference.HasDifference, b.Difference.Difference)),
        ("lower", b => Exact.Of(b.Difference.Interval?.Lower)),
        ("upper", b => Exact.Of(b.Difference.Interval?.Upper)),
        ("p", b => Exact.Of(b.Difference.HasPValue, b.Difference.PValue)),
        ("adjusted_p", b => Exact.Of(b.Difference.HasAdjustedPValue, b.Difference.AdjustedPValue)),
        ("significant", b => b.Difference.Significant ? "true" : "false"),
        ("method", b => b.Difference.Method),
        ("interim", b => b.Pair.Interim ? "true" : "false"),
        ("odds_ratio", b => Exact.Of(b.Difference.HasOddsRatio, b.Difference.OddsRatio)),
        ("odds_ratio_lower", b => Exact.Of(b.Difference.OddsRatioInterval?.Lower)),
        ("odds_ratio_upper", b => Exact.Of(b.Difference.OddsRatioInterval?.Upper)),
    ];

    public static void Write(CompareEstimatesResponse answer, TextWriter output)
    {
        output.WriteLine(CsvLine.Of(Columns.Select(c => c.Name)));
        foreach (ComparedBasis basis in ComparedBasis.Of(answer))
        {
            output.WriteLine(CsvLine.Of(Columns.Select(c => c.Of(basis))));
        }
    }
}
