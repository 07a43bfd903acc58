using System.Globalization;
using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Overdue;

/// <summary>Overdue crimes, one line each. Columns are only ever added, at the end.</summary>
internal static class OverdueCsv
{
    private static readonly (string Name, Func<OverdueCrime, string> Of)[] Columns =
    [
        ("unit_id", c => c.UnitId),
        ("alleged_ref", c => c.AllegedRef),
        ("presumed", c => c.Presumed ? "yes" : "no"),
        ("rule", c => c.Rule),
        ("offence", c => c.Offence.Code + c.Offence.Category),
        ("offence_class", c => c.OffenceClass),
        ("reported", c => Time(c.ReportedTime.ToDateTimeOffset())),
        ("deadline", c => Time(c.Deadline.ToDateTimeOffset())),
        ("overdue_seconds", c => c.OverdueSeconds.ToString(CultureInfo.InvariantCulture)),
        ("urgency", c => c.Urgency.ToString(CultureInfo.InvariantCulture)),
        ("points", c => string.Join("; ", c.Points.Select(PointsText.Of))),
        ("qualifiers", c => string.Join(' ', c.Qualifiers)),
        ("opening_code", c => c.OpeningCode),
    ];

    public static void Write(ListOverdueResponse answer, TextWriter output)
    {
        output.WriteLine(CsvLine.Of(Columns.Select(c => c.Name)));
        foreach (OverdueCrime crime in answer.Crimes)
        {
            output.WriteLine(CsvLine.Of(Columns.Select(c => c.Of(crime))));
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture);
}
