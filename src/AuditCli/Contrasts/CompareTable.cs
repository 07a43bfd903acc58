using System.Globalization;
using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Contrasts;

/// <summary>Comparisons as a table: a row a pair and basis, with the interval of the difference drawn around zero.</summary>
internal static class CompareTable
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["recorded"] = "at all",
        ["recorded_correctly"] = "correctly",
        ["in_time_of_recorded"] = "in time",
        ["force_wide"] = "force-wide",
    };

    public static Table Of(CompareEstimatesResponse answer)
    {
        ComparedBasis[] rows = [.. ComparedBasis.Of(answer)];
        double reach = rows.Select(r => r.Difference.Interval).OfType<Interval>()
            .Select(i => Math.Max(Math.Abs(i.Lower), Math.Abs(i.Upper))).DefaultIfEmpty().Max();
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("audits").AddColumn("recorded");
        foreach (string name in new[] { "first", "second", "points", "interval" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        table.AddColumn("around zero").AddColumn(new TableColumn("adjusted p").RightAligned()).AddColumn("significant");
        foreach (ComparedBasis row in rows)
        {
            table.AddRow([.. Cells(row, reach).Select(cell => new Text(cell))]);
        }

        return table;
    }

    private static string[] Cells(ComparedBasis row, double reach)
    {
        RateDifference d = row.Difference;
        string pair = $"{row.Pair.FirstAuditId} → {row.Pair.SecondAuditId}{(row.Pair.Interim ? " (interim)" : "")}";
        return !d.HasDifference
            ? [pair, Names[row.Name], "-", "-", "-", "-", "", "-", "-"]
            :
            [
                pair, Names[row.Name], PercentText.Of(d.First), PercentText.Of(d.Second), Points(d.Difference),
                $"{Points(d.Interval.Lower)} to {Points(d.Interval.Upper)}", IntervalBar.Of(d.Interval.Lower, d.Difference, d.Interval.Upper, reach), PValueText.Of(d.AdjustedPValue),
                d.Significant ? "yes" : "no",
            ];
    }

    private static string Points(double share) => (100 * share).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
