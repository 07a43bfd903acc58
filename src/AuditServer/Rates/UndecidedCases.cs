using AuditCore.Estimation;
using AuditCore.Recording;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>The worst and the best case of an estimate that does not rest on settled reviews alone.</summary>
internal static class UndecidedCases
{
    /// <summary>Adds both cases to an answer where there is something between them.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="strata">The strata that the answer is about.</param>
    /// <param name="domain">The domain that it is about.</param>
    public static void AddTo(EstimateRecordingRateResponse response, IReadOnlyList<DesignStratum> strata, ReviewDomain domain)
    {
        if (!response.Interim && strata.All(s => s.Unavailable == 0))
        {
            return;
        }

        CaseBounds recorded = Of(strata, domain, c => c.AtAll);
        CaseBounds correctly = Of(strata, domain, c => c.Correctly);
        CaseBounds inTime = Of(strata, domain, c => c.InTimeOfRecorded);
        response.WorstCase = Case(recorded.Worst, correctly.Worst, inTime.Worst);
        response.BestCase = Case(recorded.Best, correctly.Best, inTime.Best);
        response.Undecided = new UndecidedReports
        {
            Disputed = strata.Sum(s => s.Items.Count(i => i.IsDisputed)),
            AwaitingSecondReview = strata.Sum(s => s.Items.Count(i => i.IsAwaitingSecond)),
            Unavailable = strata.Sum(s => s.Unavailable),
        };
    }

    /// <summary>Adds both cases of a force-wide rate to an answer that has cases.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="strata">The strata of the audit.</param>
    /// <param name="volume">Recorded crime that weights the groups.</param>
    /// <param name="reference">What offences stand for.</param>
    public static void AddForceWide(
        EstimateRecordingRateResponse response, IReadOnlyList<DesignStratum> strata, CrimeVolume volume, IRecordingReference reference)
    {
        if (response.WorstCase is null)
        {
            return;
        }

        CaseBounds bounds = CaseBounds.ForceWide(
            [.. VolumeGroups.All.Select(g => (volume.Of(g.Group), Of(strata, new ReviewDomain(reference) { Groups = [g.Group] }, c => c.AtAll)))]);
        if (bounds is { Worst: { } worst, Best: { } best })
        {
            (response.WorstCase.ForceWide, response.BestCase.ForceWide) = (worst, best);
        }
    }

    private static CaseBounds Of(IReadOnlyList<DesignStratum> strata, ReviewDomain domain, Func<ReviewCounts, ReportCounts> basis) =>
        CaseBounds.Of(
        [
            .. strata.Select(s => new UnsettledStratum(
                s.Name,
                s.FrameSize,
                [.. s.Items.Where(i => !i.IsUndecided).Select(i => basis(domain.CountsOf(i.Review)))],
                [.. s.Items.Where(i => i.IsUndecided).Select(i => basis(domain.CountsOf(i.FirstReview)).Denominator)],
                s.Unavailable)),
        ]);

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
