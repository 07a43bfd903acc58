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

        console.Write(RatioTable.Of(EstimatedBasis.Of(answer).Select(b => (b.Name, b.Estimate))));
        if (answer.ForceWide is { HasRate: true } wide)
        {
            console.WriteLine($"Force-wide, recorded at all: {PercentText.Of(wide.Rate)}, {IntervalText.Of(wide.Wald)} (Wald), volumes {wide.VolumesVersion} to {wide.VolumesTo}");
        }

        console.Write(Strata(answer));
        console.WriteLine($"{PercentText.Of(answer.ConfidenceLevel)} confidence. {answer.Method}. As of entry {NumberText.Of(answer.AsOf.TreeSize)}.");
    }

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
}
