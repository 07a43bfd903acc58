using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Report;

/// <summary>How long recording took: quantiles in hours, and the crimes of the sample in bands; without the records, by the deadline alone.</summary>
internal static class DelaySection
{
    public static Html Of(WholeAudit whole)
    {
        StratumCounts[] strata = [.. whole.Estimates[0].Estimate.Strata];
        (string, long) missed = ("not recorded", strata.Sum(s => s.Required - s.Recorded));
        var section = new Html();
        section.Add($"<h2>Delays</h2><p>Crimes in the sample that were recorded, by when.</p>");
        return whole.Shortfall.Delays is { } delays
            ? section.Add($"{CountPicture.Of("Delays", [.. delays.Bands.Select(b => (NameOf(b), b.Crimes)), ("time unknown", delays.TimeUnknown), missed])}{Quantiles(delays)}<p>{delays.Method}.</p>")
            : section.Add($"{CountPicture.Of("Delays", [.. ByDeadline(strata), missed])}");
    }

    private static (string Name, long Count)[] ByDeadline(StratumCounts[] strata)
    {
        long inTime = strata.Sum(s => s.RecordedInTime);
        return [("within the deadline", inTime), ("after the deadline", strata.Sum(s => s.Recorded) - inTime)];
    }

    private static Html Quantiles(RecordingDelays delays)
    {
        var table = new Html();
        table.Add($"<table id=\"delays\"><thead><tr><th>of the crimes recorded</th><th class=\"n\">within hours</th><th class=\"n\">from</th><th class=\"n\">to</th></tr></thead><tbody>");
        table.AddEach(delays.Quantiles, q =>
            $"<tr><td>{PercentText.Of(q.Share)}</td>{Figure("hours", q.Hours)}{Figure("lower", q.HasLower ? q.Lower : null)}{Figure("upper", q.HasUpper ? q.Upper : null)}</tr>");
        return table.Add($"</tbody></table>");
    }

    private static Html Figure(string name, double? hours) =>
        new Html().Add($"<td class=\"n\" data-name=\"{name}\" data-hours=\"{Exact.Of(hours)}\">{(hours is { } known ? HoursText.Of(known) : "none")}</td>");

    private static string NameOf(DelayBand band) =>
        !band.HasToHours ? $"over {HoursText.Span(band.OverHours)}"
        : band.OverHours == 0 ? $"within {HoursText.Span(band.ToHours)}"
        : $"over {HoursText.Span(band.OverHours)} to {HoursText.Span(band.ToHours)}";
}
