using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary>An audit's rate as people read it: both bases, timeliness, the counts behind them.</summary>
internal static class RecordingRateReport
{
    public static void Write(EstimateRecordingRateResponse answer, IAnsiConsole console)
    {
        if (answer.Interim)
        {
            console.WriteLine($"INTERIM: {NumberText.Of(answer.Unsettled)} reports are not settled, {NumberText.Of(answer.PendingReviews)} of them not reviewed");
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumn("basis").AddColumn("rate").AddColumn("interval").AddColumn("in the sample").AddColumn("method");
        foreach ((string basis, RatioEstimate estimate) in EstimatedBasis.Of(answer))
        {
            AddRow(table, basis, estimate);
        }

        console.Write(table);
        if (answer.ForceWide is { HasRate: true } wide)
        {
            console.WriteLine($"Force-wide, recorded at all: {PercentText.Of(wide.Rate)}{Ends(wide.Wald)} (Wald), volumes {wide.VolumesVersion} to {wide.VolumesTo}");
        }

        console.Write(Strata(answer));
        console.WriteLine($"{PercentText.Of(answer.ConfidenceLevel)} confidence. {answer.Method}. As of entry {NumberText.Of(answer.AsOf.TreeSize)}.");
    }

    private static void AddRow(Table table, string basis, RatioEstimate estimate) => table.AddRow(
        new Text(basis),
        new Text(!estimate.HasRatio ? "none" : estimate.LowN ? "few crimes" : PercentText.Of(estimate.Ratio)),
        new Text(Ends(Headline.Of(estimate)).Trim()),
        new Text($"{NumberText.Of(estimate.NumeratorInSample)} of {NumberText.Of(estimate.DenominatorInSample)}"),
        new Text(Headline.MethodOf(estimate)));

    private static Table Strata(EstimateRecordingRateResponse answer)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string name in new[] { "stratum", "frame", "drawn", "reviewed", "required", "recorded", "correctly", "in time" })
        {
            table.AddColumn(name == "stratum" ? new TableColumn(name) : new TableColumn(name).RightAligned());
        }

        foreach (StratumCounts s in answer.Strata)
        {
            table.AddRow([
                new Text(s.Stratum),
                .. new[] { s.FrameSize, s.Drawn, s.Reviewed, s.Required, s.Recorded, s.RecordedCorrectly, s.RecordedInTime }.Select(n => new Text(NumberText.Of(n))),
            ]);
        }

        return table;
    }

    private static string Ends(Interval? interval) =>
        interval is null ? "" : $" {PercentText.Of(Math.Max(0, interval.Lower))} to {PercentText.Of(Math.Min(1, interval.Upper))}";
}
