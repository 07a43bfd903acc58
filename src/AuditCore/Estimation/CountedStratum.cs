using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>A stratum with what each of its reviewed reports counts in a domain.</summary>
/// <param name="Reviewed">The stratum.</param>
/// <param name="Reports">What its reviews count, in their order.</param>
public sealed record CountedStratum(ReviewedStratum Reviewed, IReadOnlyList<ReviewCounts> Reports)
{
    /// <summary>A design of nothing: an audit of cancelled crimes alone has no reports, and none of them required a crime.</summary>
    private static readonly Stratum Nothing = new("", 0, []);

    /// <summary>The strata of a design of reports in a domain.</summary>
    /// <param name="design">The design.</param>
    /// <param name="domain">Which crimes count.</param>
    /// <returns>Its strata, in their order.</returns>
    public static IReadOnlyList<CountedStratum> Of(ReviewedDesign design, ReviewDomain domain)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(domain);
        return [.. design.Strata.Select(s => new CountedStratum(s, domain.CountsOf(s.Reviews)))];
    }

    /// <summary>The strata on a basis.</summary>
    /// <param name="strata">Counted strata.</param>
    /// <param name="basis">Which two counts of a report make the rate.</param>
    /// <returns>What <see cref="RatioEstimator"/> takes.</returns>
    public static IReadOnlyList<Stratum> OnBasis(IReadOnlyList<CountedStratum> strata, Func<ReviewCounts, ReportCounts> basis) =>
        strata.Count == 0
            ? [Nothing]
            : [.. strata.Select(s => s.On(basis))];

    /// <summary>The counts to show beside an estimate.</summary>
    /// <returns>The sums over the reviewed reports, unweighted.</returns>
    public StratumCounts ToMessage()
    {
        ReviewCounts sum = Reports.Aggregate(default(ReviewCounts), (total, report) => total + report);
        return new StratumCounts
        {
            Stratum = Reviewed.Name,
            FrameSize = Reviewed.FrameSize,
            Drawn = Reviewed.Drawn,
            Reviewed = Reports.Count,
            Required = sum.Required,
            Recorded = sum.Recorded,
            RecordedCorrectly = sum.RecordedCorrectly,
            RecordedInTime = sum.RecordedInTime,
        };
    }

    private Stratum On(Func<ReviewCounts, ReportCounts> basis)
    {
        ReportCounts[] reports = [.. Reports.Select(basis)];
        return new Stratum(Reviewed.Name, Reviewed.FrameSize, reports);
    }
}
