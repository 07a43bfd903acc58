using AuditCore.Reference;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Overdue;

/// <summary>Overdue crimes as a table, in the order given.</summary>
internal static class OverdueTable
{
    private const int BarWidth = 12;

    /// <summary>Points from which a crime is shown in red.</summary>
    private const int Grave = 90;

    /// <summary>Points that fill the bar: the gravest offence with two weighty qualifiers.</summary>
    private const int FullBar = 180;

    public static Table Of(IEnumerable<OverdueCrime> crimes)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn("urgency").AddColumn(new TableColumn("overdue").RightAligned()).AddColumn("incident").AddColumn("crime").AddColumn("why");
        foreach (OverdueCrime crime in crimes)
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
}
