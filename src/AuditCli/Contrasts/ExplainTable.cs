using System.Globalization;
using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AuditCli.Contrasts;

/// <summary>What goes with a shortfall as a table: a row a level, factor by factor.</summary>
internal static class ExplainTable
{
    public static Table Of(ExplainShortfallResponse answer)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("factor").AddColumn("level");
        foreach (string name in new[] { "crimes", "fall short", "of the rest", "odds", "interval", "adjusted p" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        table.AddColumn("");
        string last = "";
        foreach (ShortfallLevel level in answer.Levels)
        {
            table.AddRow(Cells(level, level.Factor == last ? "" : level.Factor));
            last = level.Factor;
        }

        return table;
    }

    /// <summary>What falls short in all, and what reviewers said why.</summary>
    public static string Summary(ExplainShortfallResponse answer)
    {
        string counts = string.Create(
            CultureInfo.InvariantCulture, $"{answer.Shortfalls:N0} of {answer.Crimes:N0} crimes fall short{(answer.Interim ? " (interim)" : "")}.");
        string why = string.Join(", ", answer.WhyMissed.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Name} {w.Number:N0}")));
        string missing = answer.LeftOut.Count == 0 ? "" : $" Left out, for the sample is large: {string.Join(", ", answer.LeftOut)}.";
        return counts + (why.Length == 0 ? "" : $" Why, as reviewers said: {why}.") + Delays(answer.Delays) + missing;
    }

    /// <summary>How long recording took, of an audit: <c> Recorded within 3.2 hours (2.1 to 4.0) in half of the cases, …</c>.</summary>
    private static string Delays(RecordingDelays? delays) => delays is not { Quantiles.Count: > 0 } ? "" :
        $" Of crimes recorded {string.Join(", ", delays.Quantiles.Select(q => $"{PercentText.Of(q.Share)} within {HoursText.Of(q.Hours)} hours{Ends(q)}"))}.";

    private static string Ends(DelayQuantile quantile) =>
        quantile.HasLower && quantile.HasUpper ? $" ({HoursText.Of(quantile.Lower)} to {HoursText.Of(quantile.Upper)})" : "";

    // Levels are texts, not mark-up: codes may hold brackets.
    private static IRenderable[] Cells(ShortfallLevel level, string factor) =>
    [
        new Text(factor),
        new Text(level.Level),
        new Text(NumberText.Of(level.Crimes)),
        new Text(Share(level.Shortfalls, level.Crimes, level.LowN)),
        new Text(Share(level.RestShortfalls, level.RestCrimes, isLow: false)),
        new Text(level.HasOddsRatio ? Odds(level.OddsRatio) : "-"),
        new Text(Interval(level)),
        new Text(level.HasAdjustedPValue ? PValueText.Of(level.AdjustedPValue) : "-"),
        new Text(level.Significant ? "*" : ""),
    ];

    private static string Share(long shortfalls, long crimes, bool isLow) => isLow || crimes == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{shortfalls:N0} of {crimes:N0}")
        : string.Create(CultureInfo.InvariantCulture, $"{100.0 * shortfalls / crimes:0.0} %");

    private static string Interval(ShortfallLevel level) =>
        !level.HasOddsRatioLower ? "-"
        : level.HasOddsRatioUpper ? $"{Odds(level.OddsRatioLower)} to {Odds(level.OddsRatioUpper)}"
        : $"from {Odds(level.OddsRatioLower)}";

    private static string Odds(double odds) => odds.ToString("0.00", CultureInfo.InvariantCulture);
}
