using System.Globalization;
using AuditCore.Reference;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Overdue;

/// <summary>Overdue crimes on a terminal: what feeds are silent, how many crimes there are, and the worst of them.</summary>
internal sealed class OverdueReport(IAnsiConsole console)
{
    private const int BarWidth = 12;

    /// <summary>Points from which a crime is shown in red.</summary>
    private const int Grave = 90;

    /// <summary>Points that fill the bar: the gravest offence with two weighty qualifiers.</summary>
    private const int FullBar = 180;

    public void Write(ListOverdueResponse answer)
    {
        WriteStale(answer);
        OverdueTotals totals = answer.Totals;
        console.WriteLine(
            $"{Number(totals.Overdue)} overdue ({Number(totals.PresumedOverdue)} presumed), {Number(totals.Due)} due soon " +
            $"({Number(totals.PresumedDue)} presumed), at {answer.AsOf.EvaluatedTime.ToDateTimeOffset():yyyy-MM-dd HH:mm} UTC, " +
            $"of a log of {Number(answer.AsOf.TreeSize)} entries. Not a recording rate.");
        if (answer.Crimes.Count > 0)
        {
            console.Write(TableOf(answer));
        }

        if (answer.NextPageToken.Length > 0)
        {
            console.WriteLine($"The worst {Number(answer.Crimes.Count)}; --top 0 shows all.");
        }
    }

    private void WriteStale(ListOverdueResponse answer)
    {
        foreach (ForceFreshness force in answer.Freshness)
        {
            foreach (SourceFreshness source in force.Sources.Where(s => s.Stale))
            {
                string heard = source.LastAcceptedTime.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                console.MarkupLineInterpolated(
                    $"[yellow]STALE: {force.Force}/{source.SourceSystem} was last heard of at {heard} UTC; what it recorded since may be missing here.[/]");
            }
        }
    }

    private static Table TableOf(ListOverdueResponse answer)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn("urgency").AddColumn(new TableColumn("overdue").RightAligned()).AddColumn("incident").AddColumn("crime").AddColumn("why");
        foreach (OverdueCrime crime in answer.Crimes)
        {
            table.AddRow(
                new Markup($"[{Colour(crime)}]{Bar(crime.Urgency)}[/] {crime.Urgency}"),
                new Markup($"[{Colour(crime)}]{Over(crime)}[/]"),
                new Text($"{crime.UnitId} {crime.AllegedRef}"),
                new Text($"{OffenceText(crime)}{(crime.Presumed ? " (presumed)" : "")}"),
                new Text(string.Join(", ", crime.Points.Select(PointsText.Of))));
        }

        return table;
    }

    private static string Colour(OverdueCrime crime) => crime.OverdueSeconds < 0 ? "grey" : crime.Urgency >= Grave ? "red" : "yellow";

    private static string Bar(int urgency)
    {
        int cells = Math.Clamp((int)Math.Ceiling(urgency * BarWidth / (double)FullBar), 0, BarWidth);
        return new string('█', cells) + new string('·', BarWidth - cells);
    }

    private static string Over(OverdueCrime crime) => crime.OverdueSeconds >= 0
        ? SpanText.Of(TimeSpan.FromSeconds(crime.OverdueSeconds))
        : "due in " + SpanText.Of(TimeSpan.FromSeconds(-crime.OverdueSeconds));

    private static string OffenceText(OverdueCrime crime) =>
        $"{(OffenceClasses.FromSlug(crime.OffenceClass) ?? OffenceClass.Unknown).DisplayName()} {crime.Offence.Code}".TrimEnd();

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
