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

    private static double? Rate(IReadOnlyList<UnsettledStratum> strata, bool isBest) =>
        RatioEstimator.Estimate([.. strata.Select(s => new Stratum(s.Name, s.FrameSize, [.. Reports(s, isBest)]))]).Ratio;

    private static IEnumerable<ReportCounts> Reports(UnsettledStratum stratum, bool isBest)
    {
        int[] sizes = [.. stratum.Decided.Select(r => r.Denominator), .. stratum.Undecided];
        // Of a stratum of which nothing is reviewed the largest report is not known, and what cannot be had must not stand for it.
        IEnumerable<int> unavailable = sizes.Length == 0 ? [] : Enumerable.Repeat(sizes.Max(), stratum.Unavailable);
        return stratum.Decided.Concat(stratum.Undecided.Concat(unavailable).Select(x => new ReportCounts(x, isBest ? x : 0)));
    }
}
