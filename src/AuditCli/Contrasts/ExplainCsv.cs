using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Contrasts;

/// <summary>What goes with a shortfall, one line a level. Columns are only ever added, at the end.</summary>
internal static class ExplainCsv
{
    private static readonly (string Name, Func<ShortfallLevel, string> Of)[] Columns =
    [
        ("factor", l => l.Factor),
        ("level", l => l.Level),
        ("crimes", l => Exact.Of(l.Crimes)),
        ("shortfalls", l => Exact.Of(l.Shortfalls)),
        ("rate", l => Exact.Of(l.HasRate, l.Rate)),
        ("rate_lower", l => Exact.Of(l.Interval?.Lower)),
        ("rate_upper", l => Exact.Of(l.Interval?.Upper)),
        ("rest_crimes", l => Exact.Of(l.RestCrimes)),
        ("rest_shortfalls", l => Exact.Of(l.RestShortfalls)),
        ("rest_rate", l => Exact.Of(l.HasRestRate, l.RestRate)),
        ("odds_ratio", l => Exact.Of(l.HasOddsRatio, l.OddsRatio)),
        ("odds_ratio_lower", l => Exact.Of(l.HasOddsRatioLower, l.OddsRatioLower)),
        ("odds_ratio_upper", l => Exact.Of(l.HasOddsRatioUpper, l.OddsRatioUpper)),
        ("odds_ratio_method", l => l.OddsRatioMethod),
        ("p", l => Exact.Of(l.HasPValue, l.PValue)),
        ("adjusted_p", l => Exact.Of(l.HasAdjustedPValue, l.AdjustedPValue)),
        ("significant", l => l.Significant ? "true" : "false"),
        ("low_n", l => l.LowN ? "true" : "false"),
    ];

    public static void Write(ExplainShortfallResponse answer, TextWriter output)
    {
        output.WriteLine(CsvLine.Of(Columns.Select(c => c.Name)));
        foreach (ShortfallLevel level in answer.Levels)
        {
            output.WriteLine(CsvLine.Of(Columns.Select(c => c.Of(level))));
        }
    }
}
