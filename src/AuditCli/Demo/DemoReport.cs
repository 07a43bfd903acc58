using System.Globalization;
using AuditCli.Audits.Tables;
using AuditCli.Demo.Month;
using AuditCli.Demo.Replay;
using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Demo;

/// <summary>Prints the demo's rates: every figure beside its interval, and beside what was published or is true.</summary>
internal sealed class DemoReport(IAnsiConsole console)
{
    private const int BarWidth = 40;

    public void Print(DemoResults results)
    {
        Print(results.Month);
        foreach (ReplayResult replay in results.Replays)
        {
            Print(replay);
        }

        Rule($"Thames Valley, {results.Replays[^1].Result.Name} against {results.Replays[0].Result.Name}");
        console.WriteLine(results.Waves.ForceWide.Statement);
        console.WriteLine();
    }

    private void Print(MonthResult month)
    {
        Rule($"{month.Inspection.Name}: an inspection whose truth is known");
        AccountedForRow live = month.Live.Total;
        console.WriteLine(
            $"Live: {PercentText.Of(live.AccountedForRateWithPresumed)} of alleged and presumed crimes are accounted for, and " +
            $"{PercentText.Of(live.AccountedForRate)} of the {live.Counts.Alleged:N0} alleged ones alone, of which {live.Counts.Overdue:N0} are overdue; " +
            $"{PercentText.Of(live.InTimeRate)} of those recorded were in time. (A full count of what the reports tell, not a recording rate.)");
        Table table = NewTable("estimated by the sample", "truth", "95 % interval", "recorded / required in the sample");
        foreach ((string domain, EstimateRecordingRateResponse answer) in month.Inspection.Estimates)
        {
            table.AddRow(domain, Rate(answer.Recorded), PercentText.Of(month.Truth.Rate(GroupOf(domain))), IntervalText.Of(answer.Recorded.KornGraubard), Counts(answer.Recorded));
        }

        console.Write(table);
        Bars(month.Inspection);
        console.WriteLine();
    }

    private void Print(ReplayResult replay)
    {
        InspectionResult result = replay.Result;
        Rule($"Thames Valley {result.Name}, replayed ({replay.Inspection.ReportsAudited:N0} reports audited, and the censuses)");
        Table table = NewTable("published", "estimated", "± points (Wald)", "95 % interval", "recorded / required");
        table.AddRow(
            "force-wide", PublishedRate(replay.Published.Overall, replay.Published.OverallHalfWidth), PercentText.Of(result.ForceWide!.Rate),
            HalfWidth(result.ForceWide.Wald), IntervalText.Of(result.ForceWide.Wald), "weighted by volume");
        Row(table, result, "violence", PublishedRate(replay.Published.Violence, replay.Published.ViolenceHalfWidth));
        Row(table, result, "sexual", PublishedRate(replay.Published.Sexual, null));
        foreach (CensusStratum census in replay.Inspection.Censuses)
        {
            Row(table, result, census.Name, $"{census.RecordedCorrectly} of {census.Required} correctly");
        }

        if (replay.Inspection.DomesticAbuse is { } abuse)
        {
            Row(table, result, "domestic-abuse", $"{abuse.Recorded} of {abuse.Required}");
        }

        console.Write(table);
        Bars(result);
        PrintNotRecorded(replay);
        console.WriteLine();
    }

    private void PrintNotRecorded(ReplayResult replay)
    {
        EstimateNotRecordedResponse answer = replay.Result.NotRecorded!;
        string published = replay.Published.NotRecordedPerYear is { } figure ? $"published {figure:N0}" : "none published";
        console.WriteLine(
            $"Crimes not recorded a year: {answer.NotRecorded:N0} ({answer.Wald.Lower:N0} to {answer.Wald.Upper:N0}); {published}. " +
            $"Volume {answer.Volume:N0} in the 12 months to {answer.ForceWide.VolumesTo} ({answer.ForceWide.VolumesVersion}).");
    }

    private static void Row(Table table, InspectionResult result, string domain, string published)
    {
        EstimateRecordingRateResponse answer = result.Of(domain);
        string counts = answer.RecordedCorrectly.NumeratorInSample == answer.Recorded.NumeratorInSample
            ? Counts(answer.Recorded)
            : $"{Counts(answer.Recorded)} at all, {Counts(answer.RecordedCorrectly)} correctly";
        table.AddRow(domain, published, Rate(answer.Recorded), HalfWidth(answer.Recorded.Wald), IntervalText.Of(Headline.Of(answer.Recorded)), counts);
    }

    /// <summary>Bars from 0 to 100 %: what is recorded, and the interval as a lighter end.</summary>
    private void Bars(InspectionResult result)
    {
        foreach ((string domain, EstimateRecordingRateResponse answer) in result.Estimates)
        {
            if (answer.Recorded.HasRatio && !answer.Recorded.LowN && Headline.Of(answer.Recorded) is { } interval)
            {
                int lower = Cells(interval.Lower);
                int upper = Math.Max(lower + 1, Cells(interval.Upper));
                string bar = new string('█', lower) + new string('▒', upper - lower) + new string('·', Math.Max(0, BarWidth - upper));
                console.WriteLine($"{domain,-18}{bar} {PercentText.Of(answer.Recorded.Ratio)}");
            }
        }
    }

    private static int Cells(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth);

    private static OffenceGroup? GroupOf(string domain) =>
        domain == "overall" ? null : Enum.Parse<OffenceGroup>(domain, ignoreCase: true);

    /// <summary>Few crimes are told as counts, never as a percentage.</summary>
    private static string Rate(RatioEstimate estimate) => estimate.LowN || !estimate.HasRatio ? "counts only" : PercentText.Of(estimate.Ratio);

    private static string PublishedRate(double rate, double? halfWidth) =>
        halfWidth is { } points ? $"{PercentText.Of(rate)} ± {points.ToString("0.00", CultureInfo.InvariantCulture)}" : PercentText.Of(rate);

    private static string HalfWidth(Interval? wald) =>
        wald is null ? "" : (50 * (wald.Upper - wald.Lower)).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Counts(RatioEstimate estimate) => $"{estimate.NumeratorInSample:N0} of {estimate.DenominatorInSample:N0}";

    private void Rule(string text) => console.Write(new Rule(Markup.Escape(text)).LeftJustified());

    private static Table NewTable(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("");
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        return table;
    }
}
