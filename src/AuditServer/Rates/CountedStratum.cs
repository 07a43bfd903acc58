using AuditCore.Estimation;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>A stratum with what each of its reviewed reports counts in a domain.</summary>
internal sealed record CountedStratum(DesignStratum Design, IReadOnlyList<ReviewCounts> Reports)
{
    /// <summary>A design of nothing: an audit of cancelled crimes alone has no reports, and none of them required a crime.</summary>
    private static readonly AuditCore.Estimation.Stratum Nothing = new("", 0, []);

    /// <summary>The strata of a design of reports in a domain.</summary>
    public static IReadOnlyList<CountedStratum> Of(AuditDesign design, ReviewDomain domain) =>
        [.. design.Strata.Select(s => new CountedStratum(s, [.. s.Reviews.Select(domain.CountsOf)]))];

    /// <summary>The strata on a basis.</summary>
    public static IReadOnlyList<AuditCore.Estimation.Stratum> OnBasis(
        IReadOnlyList<CountedStratum> strata, Func<ReviewCounts, ReportCounts> basis) =>
        strata.Count == 0
            ? [Nothing]
            : [.. strata.Select(s => new AuditCore.Estimation.Stratum(s.Design.Name, s.Design.FrameSize, [.. s.Reports.Select(basis)]))];

    /// <summary>The counts to show beside an estimate.</summary>
    public StratumCounts ToMessage()
    {
        ReviewCounts sum = Reports.Aggregate(default(ReviewCounts), (total, report) => total + report);
        return new StratumCounts
        {
            Stratum = Design.Name,
            FrameSize = Design.FrameSize,
            Drawn = Design.Drawn,
            Reviewed = Reports.Count,
            Required = sum.Required,
            Recorded = sum.Recorded,
            RecordedCorrectly = sum.RecordedCorrectly,
            RecordedInTime = sum.RecordedInTime,
        };
    }
}
