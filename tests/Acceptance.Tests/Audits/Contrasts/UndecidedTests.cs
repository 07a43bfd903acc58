using Acceptance.Tests.Audits.Reviewing;
using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Contrasts;

public abstract class UndecidedTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly CrimeDecision Recorded = Reviews.Decision(ReviewOutcome.Recorded);
    private static readonly CrimeDecision Missed = Reviews.Decision(ReviewOutcome.NotRecorded);

    [Fact]
    public async Task Until_everything_is_decided_an_estimate_has_a_worst_and_a_best_case()
    {
        (ReviewedAudit audit, IReadOnlyList<SampleItem> items) = await DrawnAsync("kent", "cases", Plans.OneReview(), size: 6);
        await audit.AssignAsync("x-auditor");
        await audit.LostAsync(items[1].UnitId, "lost");
        await audit.ReviewAsync("x-auditor", items[0].UnitId, Reviews.Of(Recorded, Recorded, Missed));
        await audit.ReviewAsync("x-auditor", items[2].UnitId, Reviews.Of(Missed, Missed));
        await audit.ReviewAsync("x-auditor", items[3].UnitId, Reviews.Of(Missed));
        await audit.ReviewAsync("x-auditor", items[4].UnitId, Reviews.NoCrime());
        // Ticket 6 is not reviewed: neither it nor what stands in for ticket 2 behind it counts.
        await audit.DisputeAsync(items[2].UnitId);
        EstimateRecordingRateResponse answer = await audit.Inspection.EstimateAsync();

        UndecidedReports undecided = answer.Undecided;
        Assert.Equal((true, 1, 0, 1), (answer.Interim, undecided.Disputed, undecided.AwaitingSecondReview, undecided.Unavailable));
        // One stratum: weights cancel. The lost report may hold as many crimes as the largest, 3.
        Assert.Equal(2.0 / 6, answer.Recorded.Ratio, 1e-14);
        Assert.Equal(2.0 / (6 + 3), answer.WorstCase.Recorded, 1e-14);
        Assert.Equal((2.0 + 2 + 3) / (6 + 3), answer.BestCase.Recorded, 1e-14);
        Assert.Equal(answer.WorstCase.Recorded, answer.WorstCase.RecordedCorrectly);
        // Of what was recorded all was in time; nothing was recorded of the disputed report.
        Assert.Equal((2.0 / (2 + 2), 1.0), (answer.WorstCase.InTimeOfRecorded, answer.BestCase.InTimeOfRecorded));

        // As first decided, whatever a reviewer has made of it since.
        await audit.AssignAsync("y-auditor");
        await audit.ReconsiderAsync("y-auditor", items[2].UnitId, Reviews.Of(Missed));
        await audit.DisputeAsync(items[2].UnitId);
        EstimateRecordingRateResponse later = await audit.Inspection.EstimateAsync();
        Assert.Equal(2.0 / 5, later.Recorded.Ratio, 1e-14);
        Assert.Equal((answer.WorstCase, answer.BestCase), (later.WorstCase, later.BestCase));
    }

    [Fact]
    public async Task A_second_review_that_is_awaited_is_undecided_and_a_settled_audit_has_no_cases()
    {
        (ReviewedAudit audit, IReadOnlyList<SampleItem> items) =
            await DrawnAsync("essex", "second", new ReviewPolicy { SecondReviewShare = 1, PassReviewShare = 0 }, size: 2);
        await audit.AssignAsync("x-auditor", "y-auditor");
        foreach (SampleItem item in items)
        {
            await audit.ReviewAsync("x-auditor", item.UnitId, Reviews.Of(Recorded));
        }

        EstimateRecordingRateResponse interim = await audit.Inspection.EstimateAsync();
        Assert.Equal((2, 0.0, 1.0), (interim.Undecided.AwaitingSecondReview, interim.WorstCase.Recorded, interim.BestCase.Recorded));
        foreach (SampleItem item in items)
        {
            await audit.ReviewAsync("y-auditor", item.UnitId, Reviews.Of(Recorded));
        }

        EstimateRecordingRateResponse settled = await audit.Inspection.EstimateAsync();
        Assert.Equal((false, null, null, null), (settled.Interim, settled.WorstCase, settled.BestCase, settled.Undecided));
        // Few crimes are told as counts, with an exact interval; one without variation has no other.
        Assert.Equal(
            (true, EstimateNote.Degenerate, "clopper-pearson", 2, 2),
            (settled.Recorded.LowN, settled.Recorded.Note, settled.Recorded.Method, settled.Recorded.NumeratorInSample, settled.Recorded.DenominatorInSample));
        Assert.Equal((0.158114, 1.0), (Math.Round(settled.Recorded.Exact.Lower, 6), settled.Recorded.Exact.Upper));
    }

    [Fact]
    public async Task A_force_wide_rate_has_both_cases_too()
    {
        (ReviewedAudit audit, IReadOnlyList<SampleItem> items) = await DrawnAsync("surrey", "wide", Plans.OneReview(), size: 4);
        await audit.AssignAsync("x-auditor");
        foreach (SampleItem item in items)
        {
            ReviewOutcome outcome = item.Position == 1 ? ReviewOutcome.NotRecorded : ReviewOutcome.Recorded;
            await audit.ReviewAsync(
                "x-auditor",
                item.UnitId,
                Reviews.Of(Reviews.Decision(outcome), Reviews.Decision(ReviewOutcome.Recorded, Codes.Sexual), Reviews.Decision(ReviewOutcome.Recorded, Codes.Theft)));
        }

        await audit.DisputeAsync(items[0].UnitId);
        EstimateRecordingRateResponse answer = await Service.Lead().Rates.EstimateRecordingRateAsync(
            new EstimateRecordingRateRequest { AuditId = "wide", Weighting = Weighting.RecordedVolumes }, Cancel);
        // At worst each group has 3 of 4, whatever its volume; at best every crime is recorded.
        Assert.Equal(0.75, answer.WorstCase.ForceWide, 1e-12);
        Assert.Equal(1, answer.BestCase.ForceWide, 1e-12);
        Assert.InRange(answer.ForceWide.Rate, answer.WorstCase.ForceWide, answer.BestCase.ForceWide);
    }

    [Fact]
    public async Task A_census_has_no_sampling_interval_of_any_kind()
    {
        (ReviewedAudit audit, IReadOnlyList<SampleItem> items) = await DrawnAsync("dorset", "census", Plans.OneReview(), size: 0);
        await audit.AssignAsync("x-auditor");
        foreach (SampleItem item in items)
        {
            await audit.ReviewAsync("x-auditor", item.UnitId, Reviews.Of(item.Position == 1 ? Missed : Recorded));
        }

        await audit.Inspection.AcceptAllAsync();
        RatioEstimate estimate = (await audit.Inspection.EstimateAsync()).Recorded;
        Assert.Equal((EstimateNote.Census, "none", 0.0), (estimate.Note, estimate.Method, estimate.StandardError));
        Assert.Equal((null, null, null, null), (estimate.Wald, estimate.Logit, estimate.KornGraubard, estimate.Exact));
        Assert.Equal(29.0 / 30, estimate.Ratio, 1e-14);
    }

    private async Task<(ReviewedAudit Audit, IReadOnlyList<SampleItem> Items)> DrawnAsync(string force, string id, ReviewPolicy policy, int size)
    {
        await WriteAsync(Service, Enumerable.Range(0, 30).Select(i => Told.Report(force, $"{id}-{i}", Moments.Reported, id)));
        var audit = new ReviewedAudit(Service, id, force);
        return (audit, await audit.DrawnAsync(policy, (id, size)));
    }
}
