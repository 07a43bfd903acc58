namespace AuditCore.Estimation;

/// <summary>
/// Between which rates an estimate can end once everything is decided, whatever is decided: each undecided report with all of its crimes
/// above the line (best) or none of them (worst); each that cannot be had as large as the largest of its stratum.
/// </summary>
/// <param name="Worst">The lowest rate; null when there is no estimate.</param>
/// <param name="Best">The highest rate.</param>
public readonly record struct CaseBounds(double? Worst, double? Best)
{
    /// <summary>The bounds of a design.</summary>
    /// <param name="strata">All strata of the estimate.</param>
    /// <returns>The bounds.</returns>
    /// <exception cref="ArgumentException">As <see cref="RatioEstimator.Estimate"/>.</exception>
    public static CaseBounds Of(IReadOnlyList<UnsettledStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        return new CaseBounds(Rate(strata, isBest: false), Rate(strata, isBest: true));
    }

    /// <summary>
    /// The bounds of a force-wide rate p = ΣV_g / Σ(V_g / p_g). It rises with each p_g, so it is worst where all groups are at their worst.
    /// </summary>
    /// <param name="groups">Recorded crimes of each group, at least 0, and the bounds of its rate. Groups without any are left out.</param>
    /// <returns>The bounds; 0 where a group with recorded crimes could have a rate of 0, null where one has no estimate.</returns>
    public static CaseBounds ForceWide(IReadOnlyList<(double Volume, CaseBounds Case)> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        (double Volume, CaseBounds Case)[] counted = [.. groups.Where(g => g.Volume > 0)];
        return new CaseBounds(
            Combined([.. counted.Select(g => (g.Volume, g.Case.Worst))]), Combined([.. counted.Select(g => (g.Volume, g.Case.Best))]));
    }

    private static double? Combined((double Volume, double? Rate)[] groups) =>
        groups.Length == 0 || groups.Any(g => g.Rate is null) ? null
        : groups.Any(g => g.Rate is 0) ? 0
        : groups.Sum(g => g.Volume) / groups.Sum(g => g.Volume / g.Rate!.Value);

    private static double? Rate(IReadOnlyList<UnsettledStratum> strata, bool isBest) =>
        RatioEstimator.Estimate([.. strata.Select(s => new Stratum(s.Name, s.FrameSize, Reports(s, isBest)))]).Ratio;

    private static List<ReportCounts> Reports(UnsettledStratum stratum, bool isBest)
    {
        var reports = new List<ReportCounts>(stratum.Decided.Count + stratum.Undecided.Count + stratum.Unavailable);
        reports.AddRange(stratum.Decided);
        reports.AddRange(stratum.Undecided.Select(Open));
        // Of a stratum of which nothing is reviewed the largest report is not known, and what cannot be had must not stand for it.
        if (stratum.Unavailable > 0 && reports.Count > 0)
        {
            reports.AddRange(Enumerable.Repeat(Open(reports.Max(r => r.Denominator)), stratum.Unavailable));
        }

        return reports;
        ReportCounts Open(int crimes) => new(crimes, isBest ? crimes : 0);
    }
}
