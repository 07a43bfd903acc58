using System.Globalization;
using System.Text;
using CrimeAudit.V1;

namespace AuditCli.Rates;

/// <summary>A live rate, one line a row and the whole last, under an empty key. Columns are only ever added, at the end.</summary>
internal static class RateCsv
{
    private static readonly (string Name, Func<AccountedForRow, string> Of)[] Columns =
    [
        ("key", r => r.Key),
        .. Counts("", r => r.Counts),
        ("accounted_for_rate", r => r.HasAccountedForRate ? Share(r.AccountedForRate) : ""),
        ("in_time_rate", r => r.HasInTimeRate ? Share(r.InTimeRate) : ""),
        .. Counts("presumed_", r => r.PresumedCounts),
        ("accounted_for_rate_with_presumed", r => r.HasAccountedForRateWithPresumed ? Share(r.AccountedForRateWithPresumed) : ""),
    ];

    private static readonly char[] Special = [',', '"', '\r', '\n'];

    public static void Write(IEnumerable<AccountedForRow> rows, AccountedForRow total, TextWriter output)
    {
        output.WriteLine(string.Join(',', Columns.Select(c => c.Name)));
        foreach (AccountedForRow row in rows.Where(r => r.Key.Length > 0).Append(total))
        {
            output.WriteLine(string.Join(',', Columns.Select(c => Quoted(c.Of(row)))));
        }
    }

    private static IEnumerable<(string, Func<AccountedForRow, string>)> Counts(string prefix, Func<AccountedForRow, AccountedForCounts> of) =>
        new (string Name, Func<AccountedForCounts, long> Of)[]
        {
            ("alleged", c => c.Alleged),
            ("recorded_in_time", c => c.RecordedInTime),
            ("recorded_late", c => c.RecordedLate),
            ("recorded_time_unknown", c => c.RecordedTimeUnknown),
            ("cancelled", c => c.Cancelled),
            ("not_recorded_with_reason", c => c.NotRecordedWithReason),
            ("reported_incident", c => c.ReportedIncident),
            ("overdue", c => c.Overdue),
            ("pending", c => c.Pending),
            ("open_time_unknown", c => c.OpenTimeUnknown),
        }.Select(column => (prefix + column.Name, (Func<AccountedForRow, string>)(r => column.Of(of(r)).ToString(CultureInfo.InvariantCulture))));

    private static string Share(double share) => share.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string value) => value.IndexOfAny(Special) < 0
        ? value
        : new StringBuilder(value).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
}
