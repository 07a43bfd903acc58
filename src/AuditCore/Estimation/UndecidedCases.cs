using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>The worst and the best case of an estimate that does not rest on settled reviews alone.</summary>
public static class UndecidedCases
{
    /// <summary>Adds both cases to an answer where there is something between them.</summary>
    /// <param name="response">The answer, with whether it is interim.</param>
    /// <param name="strata">The strata that the answer is about.</param>
    /// <param name="domain">The domain that it is about.</param>
    public static void AddTo(EstimateRecordingRateResponse response, IReadOnlyList<UndecidedStratum> strata, ReviewDomain domain)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (!response.Interim && strata.All(s => s.Unavailable == 0))
        {
            return;
        }

        UndecidedCounts[] counted = [.. strata.Select(s => s.In(domain))];
        CaseBounds recorded = BoundsOf(counted, c => c.AtAll);
        CaseBounds correctly = BoundsOf(counted, c => c.Correctly);
        CaseBounds inTime = BoundsOf(counted, c => c.InTimeOfRecorded);
        response.WorstCase = Case(recorded.Worst, correctly.Worst, inTime.Worst);
        response.BestCase = Case(recorded.Best, correctly.Best, inTime.Best);
        response.Undecided = new UndecidedReports
        {
            Disputed = strata.Sum(s => s.Disputed.Count),
            AwaitingSecondReview = strata.Sum(s => s.AwaitingSecond.Count),
            Unavailable = strata.Sum(s => s.Unavailable),
        };
    }

    /// <summary>Between which rates an estimate can end.</summary>
    /// <param name="strata">Its strata.</param>
    /// <param name="domain">Its domain.</param>
    /// <param name="basis">Which two counts of a report make the rate.</param>
    /// <returns>The bounds.</returns>
    public static CaseBounds BoundsOf(
        IReadOnlyList<UndecidedStratum> strata, ReviewDomain domain, Func<ReviewCounts, ReportCounts> basis)
    {
        ArgumentNullException.ThrowIfNull(strata);
        ArgumentNullException.ThrowIfNull(domain);
        return BoundsOf([.. strata.Select(s => s.In(domain))], basis);
    }

    private static CaseBounds BoundsOf(IReadOnlyList<UndecidedCounts> strata, Func<ReviewCounts, ReportCounts> basis) =>
        CaseBounds.Of([.. strata.Select(s => s.On(basis))]);

    private static CaseRates Case(double? recorded, double? correctly, double? inTime)
    {
        var rates = new CaseRates();
        if (recorded is { } atAll)
        {
            rates.Recorded = atAll;
        }

        if (correctly is { } rightly)
        {
            rates.RecordedCorrectly = rightly;
        }

        if (inTime is { } timely)
        {
            rates.InTimeOfRecorded = timely;
        }

        return rates;
    }
}
