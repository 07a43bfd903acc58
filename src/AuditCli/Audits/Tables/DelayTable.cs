using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary><c>delays.csv</c>: quantiles of the hours that recording took, then how many crimes took how long.</summary>
internal static class DelayTable
{
    private static readonly CsvColumns<Row> Columns = new(
        ("measure", r => r.Measure),
        ("share", r => Exact.Of(r.Share)),
        ("hours", r => Exact.Of(r.Hours)),
        ("hours_lower", r => Exact.Of(r.Lower)),
        ("hours_upper", r => Exact.Of(r.Upper)),
        ("crimes_in_sample", r => r.Crimes is { } crimes ? Exact.Of(crimes) : ""));

    /// <param name="delays">The delays; null where the sample was too large to read every record.</param>
    public static string Text(RecordingDelays? delays) => Columns.Text(delays is null ? [] :
    [
        .. delays.Quantiles.Select(q => new Row(
            "quantile", q.Share, q.Hours, q.HasLower ? q.Lower : null, q.HasUpper ? q.Upper : null, null)),
        .. delays.Bands.Select(b => new Row(
            "band", b.HasShare ? b.Share : null, null, b.OverHours, b.HasToHours ? b.ToHours : null, b.Crimes)),
        new Row("time unknown", null, null, null, null, delays.TimeUnknown),
    ]);

    private sealed record Row(string Measure, double? Share, double? Hours, double? Lower, double? Upper, long? Crimes);
}
