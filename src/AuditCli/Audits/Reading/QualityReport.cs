using System.Globalization;
using AuditCli.Audits.Tables;
using AuditCli.Rates;
using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary>How far an audit's reviews can be relied on, as people read it.</summary>
internal static class QualityReport
{
    public static void Write(GetReviewQualityResponse answer, IAnsiConsole console)
    {
        if (answer.Interim)
        {
            console.WriteLine("INTERIM: something of the audit is not decided yet");
        }

        console.WriteLine(
            $"{NumberText.Of(answer.ReviewedTwice)} reports reviewed blind by two, {NumberText.Of(answer.SecondReviewDue)} more to be: " +
            $"{NumberText.Of(answer.Verdicts.BothPass)} passed by both, {NumberText.Of(answer.Verdicts.BothFail)} failed by both, " +
            $"{NumberText.Of(answer.Verdicts.FirstFails + answer.Verdicts.SecondFails)} failed by one alone");
        Table table = new Table().Border(TableBorder.Simple).AddColumn("of").AddColumn("measure");
        foreach (string name in new[] { "value", "interval", "counts" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        table.AddColumn("method");
        foreach (QualityMeasure measure in QualityMeasure.OfAll(answer))
        {
            table.AddRow([.. Cells(measure).Select(cell => new Text(cell))]);
        }

        console.Write(table);
        console.WriteLine(RateTable.Place(answer.Method, answer.AsOf));
    }

    private static string[] Cells(QualityMeasure measure) =>
    [
        measure.Subject, measure.Measure, ValueOf(measure), EndsOf(measure), CountsOf(measure), measure.Method,
    ];

    /// <summary>A kappa is no share: it can be below 0.</summary>
    public static string ValueOf(QualityMeasure measure) =>
        measure.Value is not { } value ? "none" : measure.Challenges is null ? Two(value) : PercentText.Of(value);

    /// <summary>The interval of a measure; empty where there is none.</summary>
    public static string EndsOf(QualityMeasure measure) => measure.Challenges is not null ? IntervalText.Of(measure.Interval)
        : measure.Interval is { } interval ? $"{Two(interval.Lower)} to {Two(interval.Upper)}"
        : "";

    /// <summary>What a measure rests on: <c>57 of 60 pairs agree</c>, <c>2 of 12 overturned, of 30 found</c>.</summary>
    public static string CountsOf(QualityMeasure measure) => measure.Challenges is { } challenges
        ? $"{NumberText.Of(measure.Count)} of {NumberText.Of(measure.Of)} overturned, of {NumberText.Of(challenges.Found)} found"
        : $"{NumberText.Of(measure.Count)} of {NumberText.Of(measure.Of)} pairs agree";

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
