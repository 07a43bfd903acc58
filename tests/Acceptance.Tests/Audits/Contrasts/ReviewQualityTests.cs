using Acceptance.Tests.Audits.Reviewing;
using Acceptance.Tests.Support;
using AuditCore.Estimation;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Contrasts;

public abstract class ReviewQualityTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly Review Pass = Reviews.Of(Reviews.Decision(ReviewOutcome.Recorded));
    private static readonly Review Fail = Reviews.Of(Reviews.Decision(ReviewOutcome.NotRecorded));

    [Fact]
    public async Task Two_blind_reviewers_have_a_kappa_on_reports_and_on_each_outcome()
    {
        Review late = Reviews.Of(Reviews.Decision(ReviewOutcome.RecordedLate));
        (Review First, Review Second)[] twice =
        [
            (Pass, Pass), (Pass, Pass), (Pass, Pass), (Pass, Pass), (Fail, Fail), (Fail, Fail), (Fail, Pass), (Pass, Fail), (Fail, late),
            (Reviews.NoCrime(), Reviews.NoCrime()), (Reviews.NoCrime(), Fail),
        ];
        (ReviewedAudit audit, IReadOnlyList<SampleItem> items) = await ReviewedTwiceAsync("kent", "agreed", twice, waiting: 1);
        GetReviewQualityResponse quality = await audit.Lead.GetReviewQualityAsync(new() { AuditId = audit.Id }, Cancel);

        Assert.Equal((twice.Length, 1, true), (quality.ReviewedTwice, quality.SecondReviewDue, quality.Interim));
        VerdictAgreement verdicts = quality.Verdicts;
        Assert.Equal((5, 1, 2, 3), (verdicts.BothPass, verdicts.FirstFails, verdicts.SecondFails, verdicts.BothFail));
        IsKappa(CohensKappa.Of(Table(5, 2, 1, 3)), verdicts.Kappa);
        Assert.Equal(
            [
                (ReviewOutcome.Unspecified, ReviewOutcome.Unspecified, 1), (ReviewOutcome.Unspecified, ReviewOutcome.NotRecorded, 1),
                (ReviewOutcome.Recorded, ReviewOutcome.Recorded, 4), (ReviewOutcome.Recorded, ReviewOutcome.NotRecorded, 1),
                (ReviewOutcome.NotRecorded, ReviewOutcome.Recorded, 1), (ReviewOutcome.NotRecorded, ReviewOutcome.RecordedLate, 1),
                (ReviewOutcome.NotRecorded, ReviewOutcome.NotRecorded, 2),
            ],
            quality.OutcomePairs.Select(p => (p.First, p.Second, (int)p.Pairs)));
        Assert.Equal((11, 7), (quality.Outcomes.Pairs, quality.Outcomes.Agreed));
        OutcomeKappa notRecorded = quality.ByOutcome.Single(k => k.Outcome == ReviewOutcome.NotRecorded);
        // First found it 4 times, second 4 times, both twice.
        IsKappa(CohensKappa.Of(Table(2, 2, 2, 5)), notRecorded.Kappa);
        Assert.Contains("no estimate is adjusted", quality.Method, StringComparison.Ordinal);
        Assert.Equal(items.Count, twice.Length + 1);
    }

    [Fact]
    public async Task Where_all_is_in_one_category_kappa_is_absent_with_the_reason()
    {
        (ReviewedAudit audit, _) = await ReviewedTwiceAsync("essex", "unanimous", [(Pass, Pass), (Pass, Pass), (Pass, Pass)], waiting: 0);
        Kappa kappa = (await audit.Lead.GetReviewQualityAsync(new() { AuditId = audit.Id }, Cancel)).Outcomes;

        Assert.Equal((false, false, KappaNote.OneCategory, 3, 3), (kappa.HasKappa_, kappa.HasStandardError, kappa.Note, kappa.Pairs, kappa.Agreed));
        Assert.Null(kappa.Interval);
    }

    [Fact]
    public async Task Fails_and_passes_that_did_not_stand_are_counted_apart_each_with_its_interval()
    {
        const int fails = 4;
        await ReportsAsync("surrey", "overturned", 30);
        var audit = new ReviewedAudit(Service, "overturned", "surrey");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(new ReviewPolicy { SecondReviewShare = 0, PassReviewShare = 1 }, ("overturned", 8));
        await audit.AssignAsync("x-auditor");
        for (int i = 0; i < items.Count; i++)
        {
            await audit.ReviewAsync("x-auditor", items[i].UnitId, i < fails ? Fail : Pass);
        }

        // Of four fails three are disputed: one becomes a pass, one is upheld and accepted, one is still open.
        foreach (SampleItem item in items.Take(3))
        {
            await audit.DisputeAsync(item.UnitId);
        }

        await audit.AssignAsync("x-auditor", "y-auditor");
        await audit.ReconsiderAsync("y-auditor", items[0].UnitId, Pass);
        await audit.ReconsiderAsync("y-auditor", items[1].UnitId, Fail);
        await audit.AcceptAsync(items[1].UnitId);
        await audit.ReconsiderAsync("y-auditor", items[2].UnitId, Fail);
        // Of four passes one is agreed, one split and arbitrated a fail, one split and open, one awaited.
        await audit.ReviewAsync("y-auditor", items[4].UnitId, Pass);
        await audit.ReviewAsync("y-auditor", items[5].UnitId, Fail);
        await audit.ArbitrateAsync(audit.Lead, items[5].UnitId, Fail);
        await audit.ReviewAsync("y-auditor", items[6].UnitId, Fail);

        GetReviewQualityResponse quality = await audit.Lead.GetReviewQualityAsync(new() { AuditId = audit.Id, ConfidenceLevel = 0.9 }, Cancel);
        // The arbitrated fail is with the force, which makes five.
        Assert.Equal((5, 3, 2, 1, 1), Counts(quality.Fails));
        Assert.Equal((4, 3, 2, 1, 1), Counts(quality.Passes));
        AuditCore.Estimation.Interval half = BinomialIntervals.Wilson(1, 2, 0.9);
        Assert.All(new[] { quality.Fails, quality.Passes }, o => Assert.Equal((0.5, half.Lower, half.Upper), (o.Rate, o.Wilson.Lower, o.Wilson.Upper)));
        Assert.Equal((0, KappaNote.NoPairs), (quality.ReviewedTwice, quality.Verdicts.Kappa.Note));
    }

    [Fact]
    public async Task The_force_is_told_once_it_is_final_reviewers_in_it_too_and_auditors_never()
    {
        (ReviewedAudit audit, IReadOnlyList<SampleItem> items) = await ReviewedTwiceAsync("dorset", "blind", [(Pass, Pass), (Fail, Fail)], waiting: 0);
        var request = new GetReviewQualityRequest { AuditId = audit.Id };
        IAuditClient leadWhoReviews = Service.As("x-auditor", "lead", Inspection.ReviewersHome).Audits;
        foreach (IAuditClient early in new[] { audit.Registrar, leadWhoReviews })
        {
            AuditStateException refused = await Assert.ThrowsAsync<AuditStateException>(() => early.GetReviewQualityAsync(request, Cancel));
            Assert.Equal((ErrorReason.AuditState, "DRAWN"), (refused.Reason, refused.Precondition?.Type));
        }

        await audit.AcceptAsync(items[1].UnitId);
        await audit.FinalizeAsync();
        Assert.False((await audit.Registrar.GetReviewQualityAsync(request, Cancel)).Interim);
        Assert.Equal(2, (await leadWhoReviews.GetReviewQualityAsync(request, Cancel)).ReviewedTwice);
        await Assert.ThrowsAsync<PermissionException>(() => audit.Auditor("x-auditor").GetReviewQualityAsync(request, Cancel));
        await Assert.ThrowsAsync<PermissionException>(() => Service.Registrar("kent").Audits.GetReviewQualityAsync(request, Cancel));
    }

    [Fact]
    public async Task Where_its_items_stand_is_told_to_a_lead_who_reviews_none_and_to_everybody_once_it_is_final()
    {
        (ReviewedAudit audit, IReadOnlyList<SampleItem> items) = await ReviewedTwiceAsync("essex", "stands", [(Pass, Pass), (Fail, Fail)], waiting: 0);
        IAuditClient leadWhoReviews = Service.As("x-auditor", "lead", Inspection.ReviewersHome).Audits;
        IAuditClient[] blind = [audit.Registrar, leadWhoReviews, audit.Auditor("y-auditor")];
        bool[] told = [.. await Task.WhenAll(blind.Select(b => ToldProgressAsync(b, audit.Id)))];
        bool[] watched = [.. await Task.WhenAll(blind[..2].Select(b => WatchedProgressAsync(b, audit.Id)))];
        Assert.All([.. told, .. watched], Assert.False);

        Assert.Equal((true, true), (await ToldProgressAsync(audit.Lead, audit.Id), await WatchedProgressAsync(audit.Lead, audit.Id)));
        await audit.AcceptAsync(items[1].UnitId);
        await audit.FinalizeAsync();
        Assert.All(await Task.WhenAll(blind.Select(b => ToldProgressAsync(b, audit.Id))), Assert.True);
        Assert.True(await WatchedProgressAsync(audit.Registrar, audit.Id));
    }

    private static async Task<bool> ToldProgressAsync(IAuditClient by, string id)
    {
        Audit told = (await by.GetAsync(new GetAuditRequest { AuditId = id }, Cancel)).Audit;
        Assert.Equal(told.ItemSteps > 0, told.Strata.Any(s => s.Progress is not null));
        return told.ItemSteps > 0;
    }

    private static async Task<bool> WatchedProgressAsync(IAuditClient by, string id)
    {
        await foreach (WatchAuditResponse message in by.WatchAsync(id, Cancel))
        {
            Assert.Equal(message.Audit.Progress is not null, message.Audit.Strata.Any(s => s.Progress is not null));
            return message.Audit.Progress is not null;
        }

        throw new InvalidOperationException("A watch begins with how the audit stands.");
    }

    private static (int Found, int Challenged, int Decided, int Changed, int Overturned) Counts(OverturnRate rate) =>
        ((int)rate.Found, (int)rate.Challenged, (int)rate.Decided, (int)rate.Changed, (int)rate.Overturned);

    private static AgreementTable Table(long both, long first, long second, long neither)
    {
        var table = new AgreementTable(2);
        table.Add(0, 0, both);
        table.Add(0, 1, first);
        table.Add(1, 0, second);
        table.Add(1, 1, neither);
        return table;
    }

    private static void IsKappa(KappaEstimate expected, Kappa actual)
    {
        Assert.Equal((expected.Pairs, expected.Agreed), (actual.Pairs, actual.Agreed));
        Assert.Equal(expected.Kappa!.Value, actual.Kappa_, 1e-14);
        Assert.Equal(expected.StandardError!.Value, actual.StandardError, 1e-14);
        Assert.Equal((expected.Interval!.Lower, expected.Interval.Upper, "wald"), (actual.Interval.Lower, actual.Interval.Upper, actual.Method));
    }

    /// <summary>An audit of which every report is reviewed by two, save some that only one has reviewed.</summary>
    private async Task<(ReviewedAudit Audit, IReadOnlyList<SampleItem> Items)> ReviewedTwiceAsync(
        string force, string id, (Review First, Review Second)[] reviews, int waiting)
    {
        await ReportsAsync(force, id, 3 * (reviews.Length + waiting));
        var audit = new ReviewedAudit(Service, id, force);
        IReadOnlyList<SampleItem> items =
            await audit.DrawnAsync(new ReviewPolicy { SecondReviewShare = 1, PassReviewShare = 0 }, (id, reviews.Length + waiting));
        await audit.AssignAsync("x-auditor", "y-auditor");
        for (int i = 0; i < items.Count; i++)
        {
            await audit.ReviewAsync("y-auditor", items[i].UnitId, i < reviews.Length ? reviews[i].First : Pass);
            if (i < reviews.Length)
            {
                await audit.ReviewAsync("x-auditor", items[i].UnitId, reviews[i].Second);
            }
        }

        return (audit, items);
    }

    private Task ReportsAsync(string force, string code, int number) => WriteAsync(
        Service, Enumerable.Range(0, number).Select(i => Told.Report(force, $"{code}-{i}", Moments.Reported, code, Told.Alleged("a1"))));
}
