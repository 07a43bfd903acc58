using AuditCore.Estimation;
using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>How long a force took to record the crimes that an audit required and found recorded.</summary>
internal sealed class AuditDelays
{
    private static readonly int[] Percents = [25, 50, 75, 90];

    /// <summary>Ends of the bands, in hours: the rule's day, its three days before 2015, a week, a month; then without end.</summary>
    private static readonly double[] Ends = [24, 72, 7 * 24, 30 * 24];

    private const string Method =
        "elapsed hours from the report to the crime record that the review names, on the force's record as of the freeze; shares weighted up to " +
        "the frame; " + QuantileEstimator.Method;

    private readonly Dictionary<string, List<IReadOnlyList<double>>> reports = new(StringComparer.Ordinal);
    private long unknown;

    /// <summary>Adds what the crimes of a report took.</summary>
    public void Add(JudgedReport report)
    {
        double?[] hours = [.. report.Crimes.Where(c => c.IsRecorded).Select(c => HoursOf(report.Record, c.CrimeRef))];
        unknown += hours.Count(h => h is null);
        if (!reports.TryGetValue(report.Stratum, out List<IReadOnlyList<double>>? ofStratum))
        {
            reports.Add(report.Stratum, ofStratum = []);
        }

        ofStratum.Add([.. hours.OfType<double>()]);
    }

    /// <summary>The answer, of a design to which all reports added belong; its other reports have no such crime.</summary>
    public RecordingDelays ToMessage(AuditDesign design, EstimationOptions options)
    {
        ValuedStratum[] strata = [.. design.Strata.Select(Valued)];
        double[] all = [.. strata.SelectMany(s => s.Reports).SelectMany(r => r)];
        var delays = new RecordingDelays { Crimes = all.Length, TimeUnknown = unknown, Method = Method };
        if (strata.Length > 0)
        {
            delays.Quantiles.AddRange(QuantileEstimator.Of(strata, Percents, options).Select(ToMessage));
            delays.Bands.AddRange(BandsOf(strata, all, options));
        }

        return delays;
    }

    private ValuedStratum Valued(DesignStratum stratum)
    {
        List<IReadOnlyList<double>> known = reports.GetValueOrDefault(stratum.Name) ?? [];
        return new ValuedStratum(
            stratum.Name, stratum.Reviewed.FrameSize, [.. known, .. Enumerable.Repeat<IReadOnlyList<double>>([], stratum.Items.Count - known.Count)]);
    }

    /// <summary>Of a crime recorded directly the record is the report, so nothing is known of how long it took.</summary>
    private static double? HoursOf(IncidentState? record, string crimeRef) =>
        record?.CrimeRecords.FirstOrDefault(c => c.CrimeRef == crimeRef) is { Direct: false } crime
        && record.ReportedTime.Instant() is { } reported && crime.RecordedTime.Instant() is { } recorded
            ? Math.Max(0, (recorded - reported).TotalHours)
            : null;

    private static IEnumerable<DelayBand> BandsOf(ValuedStratum[] strata, double[] all, EstimationOptions options)
    {
        (double over, double? shareBefore) = (0, 0);
        foreach (double? end in Ends.Select(e => (double?)e).Append(null))
        {
            double from = over;
            double? share = end is null ? 1 : QuantileEstimator.ShareUpTo(strata, end.Value, options).Ratio;
            var band = new DelayBand { OverHours = from, Crimes = all.LongCount(h => (h > from || from == 0) && !(h > end)) };
            if (end is not null)
            {
                band.ToHours = end.Value;
            }

            if (share is not null && shareBefore is not null)
            {
                band.Share = share.Value - shareBefore.Value;
            }

            yield return band;
            (over, shareBefore) = (end ?? 0, share);
        }
    }

    private static DelayQuantile ToMessage(QuantileEstimate estimate)
    {
        var quantile = new DelayQuantile { Share = estimate.Percent / 100.0, Hours = estimate.Value };
        if (estimate is { Lower: { } lower, Upper: { } upper })
        {
            (quantile.Lower, quantile.Upper) = (lower, upper);
        }

        return quantile;
    }
}
