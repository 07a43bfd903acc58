using System.Globalization;
using System.Text;
using AuditCore.Estimation;
using AuditCore.Recording;
using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>Checks what an audit was made final with: all of its steps, everything decided, and the estimate that the reviews give.</summary>
internal static class FinalEstimate
{
    /// <summary>Computes the estimate anew, and the shares of records that were right: they are those that were logged.</summary>
    /// <exception cref="ProofRejectedException">Steps are missing, something is undecided, or the estimate is another.</exception>
    public static void Require(AuditCourse course, BundleReviews reviews)
    {
        BundleStep last = course.Finalized!;
        AuditFinalized logged = last.Event.Finalized;
        RequireSteps(course, last);
        if (reviews.Unfinished.FirstOrDefault() is { } open)
        {
            throw new ProofRejectedException(ProofFault.ReviewUnfinished, $"The audit is final, and {open} is not decided.");
        }

        (EstimateRecordingRateResponse rate, EstimateClassificationResponse? shares) = Compute(course, reviews, logged);
        rate.AsOf = logged.Estimate?.AsOf;
        if (shares is not null)
        {
            shares.AsOf = logged.Classification?.AsOf;
        }

        if (!SameFigures.In(rate, logged.Estimate) || !SameFigures.In(shares, logged.Classification))
        {
            throw new ProofRejectedException(ProofFault.EstimateDiffers, $"The estimate of entry {last.EntryIndex} is not the one that the reviews give.");
        }

        RequireMoment(course, last, rate.AsOf);
        RequireMoment(course, last, shares?.AsOf ?? rate.AsOf);
    }

    private static void RequireSteps(AuditCourse course, BundleStep last)
    {
        var tree = new TreeCount();
        foreach (BundleStep step in course.Steps.Where(s => s != last))
        {
            tree.Add(Encoding.ASCII.GetBytes(step.EntryIndex.ToString(CultureInfo.InvariantCulture)));
        }

        if (!last.Event.Finalized.StepsDigest.Span.SequenceEqual(tree.Root()))
        {
            throw new ProofRejectedException(ProofFault.StepsMissing, $"The steps are not those that entry {last.EntryIndex} made the audit final with.");
        }
    }

    private static (EstimateRecordingRateResponse Rate, EstimateClassificationResponse? Shares) Compute(
        AuditCourse course, BundleReviews reviews, AuditFinalized logged)
    {
        try
        {
            var options = new EstimationOptions { Level = logged.Estimate?.ConfidenceLevel ?? 0, LowCountBelow = logged.LowCountBelow };
            var everyCrime = new ReviewDomain(new PublishedReference());
            EstimateRecordingRateResponse rate = RecordingRate.Of(reviews.Design, everyCrime, options).ToMessage();
            UndecidedCases.AddTo(rate, reviews.Decided, everyCrime);
            return (rate, course.Plan.AsksForRecords() ? ClassificationShares.Of(reviews.Design, options) : null);
        }
        catch (ArgumentException wrong)
        {
            throw new ProofRejectedException(ProofFault.EstimateDiffers, $"No estimate can be computed: {wrong.Message}");
        }
    }

    /// <summary>The estimate is of the log as it was after the last of the steps; who is given a report is nothing to it.</summary>
    private static void RequireMoment(AuditCourse course, BundleStep last, AsOf? asOf)
    {
        long size = asOf?.TreeSize ?? 0;
        if (size > last.EntryIndex || course.Steps.Any(s => s != last && !IsAssignment(s) && s.EntryIndex >= size))
        {
            throw new ProofRejectedException(ProofFault.EstimateDiffers, $"The estimate of entry {last.EntryIndex} is of another moment than the end of the reviews.");
        }
    }

    private static bool IsAssignment(BundleStep step) => step.Event.StepCase == AuditEvent.StepOneofCase.Assigned;
}
