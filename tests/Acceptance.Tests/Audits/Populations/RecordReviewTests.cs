using Acceptance.Tests.Audits.Reviewing;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Populations;

public abstract class RecordReviewTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly Offence Rape = new() { Code = Codes.AdultRape };

    [Fact]
    public async Task Shares_of_records_that_were_right_stand_apart_from_the_recording_rate()
    {
        await RecordsAsync("kent", cancelled: 4, n100s: 3, reports: 2);
        var audit = new Inspection(Service, "apart", "kent");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Records.Plan(
            "kent", ("cancelled", Population.CancelledCrimes), ("n100s", Population.N100S), ("reports", Population.Incidents)));

        RecordVerdict[] ofCancelled = [RecordVerdict.Right, RecordVerdict.RightUnderAnotherCode, RecordVerdict.Wrong, RecordVerdict.Right];
        RecordVerdict[] ofN100s = [RecordVerdict.Wrong, RecordVerdict.Right, RecordVerdict.RightUnderAnotherCode];
        await audit.ReviewAllAsync(items, item => item.Stratum switch
        {
            "cancelled" => OfCancelled(ofCancelled[item.Position - 1]),
            "n100s" => OfN100(ofN100s[item.Position - 1]),
            _ => Reviews.Of(Reviews.Decision(ReviewOutcome.NotRecorded)),
        });
        await audit.AcceptAllAsync();

        EstimateClassificationResponse shares = await Service.Lead().Rates.EstimateClassificationAsync("apart", Cancel);
        Assert.Equal((false, 0L), (shares.Interim, shares.Unsettled));
        Assert.Equal((0.75, 0.5), (shares.CancelledCrimes.Right.Ratio, shares.CancelledCrimes.RightUnderCode.Ratio));
        Assert.Equal((2.0 / 3, 1.0 / 3), (shares.N100S.Right.Ratio, shares.N100S.RightUnderCode.Ratio));
        Assert.Equal(EstimateNote.Census, shares.CancelledCrimes.Right.Note);
        ClassificationStratum stratum = Assert.Single(shares.CancelledCrimes.Strata);
        Assert.Equal(("cancelled", 4L, 4L, 3L, 2L), (stratum.Stratum, stratum.FrameSize, stratum.Reviewed, stratum.Right, stratum.RightUnderCode));

        EstimateRecordingRateResponse rate = await audit.EstimateAsync();
        Assert.Equal((0.0, false), (rate.Recorded.Ratio, rate.Interim));
        Assert.Equal("reports", Assert.Single(rate.Strata).Stratum);
        InvalidRequestException mixed = await Assert.ThrowsAsync<InvalidRequestException>(() => Service.Lead().Rates.EstimateRecordingRateAsync(
            new() { AuditId = "apart", Domain = new EstimateDomain { Strata = { "n100s" } } }, Cancel));
        Assert.Contains("never enter a recording rate", Assert.Single(mixed.Violations).Description, StringComparison.Ordinal);

        FinalizeAuditResponse final = await Service.Lead().Audits.FinalizeAsync(new() { AuditId = "apart", RequestId = "final" }, Cancel);
        Assert.Equal(shares.CancelledCrimes, final.Classification.CancelledCrimes);
        Assert.Equal(shares.N100S, final.Classification.N100S);
        Assert.Equal(rate.Recorded, final.Estimate.Recorded);
        Assert.Equal(final.Classification, (await Bundles.VerifyAsync(Service, await Bundles.ExportAsync(Service, "apart"))).Classification);
    }

    [Fact]
    public async Task An_audit_of_cancelled_crimes_alone_has_no_recording_rate_and_can_be_final()
    {
        await RecordsAsync("essex", cancelled: 2, n100s: 0, reports: 0);
        var audit = new Inspection(Service, "cancelled-alone", "essex");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Records.Plan("essex", ("cancelled", Population.CancelledCrimes)));
        EstimateClassificationResponse interim = await Service.Lead().Rates.EstimateClassificationAsync("cancelled-alone", Cancel);
        Assert.Equal((true, 2L, EstimateNote.UnreviewedStratum), (interim.Interim, interim.PendingReviews, interim.CancelledCrimes.Right.Note));
        Assert.Null(interim.N100S);
        await audit.ReviewAllAsync(items, _ => Records.Cancellation(RecordVerdict.Right));

        FinalizeAuditResponse final = await Service.Lead().Audits.FinalizeAsync(new() { AuditId = "cancelled-alone", RequestId = "final" }, Cancel);
        Assert.Equal((false, EstimateNote.NothingRequired), (final.Estimate.Recorded.HasRatio, final.Estimate.Recorded.Note));
        Assert.Equal(1.0, final.Classification.CancelledCrimes.Right.Ratio);
        AuditStateException none = await Assert.ThrowsAsync<AuditStateException>(
            () => Service.Lead().Rates.EstimateNotRecordedAsync("cancelled-alone", Cancel));
        Assert.Equal(ErrorReason.NoEstimate, none.Reason);
    }

    [Fact]
    public async Task A_review_of_the_wrong_kind_is_refused_and_says_which_one_is_wanted()
    {
        await RecordsAsync("surrey", cancelled: 1, n100s: 1, reports: 1);
        var audit = new Inspection(Service, "kinds", "surrey");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Records.Plan(
            "surrey", ("cancelled", Population.CancelledCrimes), ("n100s", Population.N100S), ("reports", Population.Incidents)));
        (string Unit, Review Review, string Field, string Says)[] wrong =
        [
            (items[0].UnitId, Reviews.NoCrime(), "review.no_crime", "'cancellation'"),
            (items[0].UnitId, Records.Classification(RecordVerdict.Right), "review.classification", "'cancellation'"),
            (items[1].UnitId, Records.Cancellation(RecordVerdict.Right), "review.cancellation", "'classification'"),
            (items[2].UnitId, Records.Cancellation(RecordVerdict.Right), "review.cancellation", "'crimes'"),
            (items[0].UnitId, new Review(), "review", "blank"),
        ];
        foreach ((string unit, Review review, string field, string says) in wrong)
        {
            InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => audit.ReviewAsync(unit, review));
            FieldViolation violation = Assert.Single(refused.Violations);
            Assert.Equal(field, violation.Field);
            Assert.Contains(says, violation.Description, StringComparison.Ordinal);
        }

        Review untold = Records.Classification(RecordVerdict.Wrong, "100/02");
        untold.Classification.VictimInformed = Evidence.Unspecified;
        untold.Classification.Rationale = "";
        InvalidRequestException all = await Assert.ThrowsAsync<InvalidRequestException>(() => audit.ReviewAsync(items[1].UnitId, untold));
        Assert.Equal(
            [
                "review.classification.offence", "review.classification.rationale", "review.classification.right_code",
                "review.classification.victim_informed",
            ],
            all.Violations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_reviews_a_record_is_sent_what_is_judged_and_no_final_code()
    {
        await RecordsAsync("dorset", cancelled: 1, n100s: 1, reports: 0);
        await SubmitAsync(Told.Closed("dorset", "cancelled-0", Records.Later.AddDays(1), "nothing-found"));
        var audit = new ReviewedAudit(Service, "judged", "dorset");
        await audit.Inspection.DrawnAsync(Records.Plan("dorset", ("cancelled", Population.CancelledCrimes), ("n100s", Population.N100S)));

        GetSampleItemResponse cancelled = await audit.ItemAsync(audit.Auditor("a-auditor"), Records.CrimeUnit("dorset", "cancelled-0", "c-0"));
        Assert.Equal(("c-0", CancellationReason.C4Error), (cancelled.Judged.Update.CrimeCancelled.CrimeRef, cancelled.Judged.Update.CrimeCancelled.Reason));
        Assert.Equal(CancellationReason.C4Error, Assert.Single(cancelled.Record.CrimeRecords).Cancelled);
        Assert.Equal("", cancelled.Record.ClosingCode);
        Assert.DoesNotContain(cancelled.RecordHistory, h => h.Update.Closed is not null);
        GetSampleItemResponse n100 = await audit.ItemAsync(audit.Auditor("a-auditor"), Records.N100Unit("dorset", "rape-0", "n-dorset-0"));
        Assert.Equal("100/01", n100.Judged.Update.ReportedIncidentRecorded.Code);
        Assert.Equal("nothing-found", (await audit.ItemAsync(Service.As("an-admin", "admin").Audits, cancelled.Item.UnitId)).Record.ClosingCode);
    }

    [Fact]
    public async Task A_wrong_verdict_goes_to_the_force_and_a_right_one_does_not()
    {
        await RecordsAsync("cumbria", cancelled: 2, n100s: 0, reports: 0);
        var audit = new ReviewedAudit(Service, "answered", "cumbria");
        await audit.Inspection.CreateAsync(Records.Plan("cumbria", ("cancelled", Population.CancelledCrimes)));
        await audit.Inspection.FreezeAsync();
        await audit.Inspection.WitnessAsync("1414213562");
        await audit.Inspection.DrawAsync();
        await Service.Lead().Audits.AssignReviewsAsync("answered", "assign", [new Reviewer { Subject = "x-auditor", HomeForces = { "kent" } }], Cancel);
        IReadOnlyList<SampleItem> items = await audit.Inspection.ItemsAsync();
        Review[] reviews = [Records.Cancellation(RecordVerdict.Right), OfCancelled(RecordVerdict.RightUnderAnotherCode)];
        foreach ((SampleItem item, Review review) in items.Zip(reviews))
        {
            await Service.As("x-auditor", "auditor", "kent").Audits.SubmitReviewAsync("answered", item.UnitId, item.UnitId, review, Cancel);
        }

        Assert.Equal([ItemState.Settled, ItemState.WithForce], (await audit.Inspection.ItemsAsync()).Select(i => i.State));
        SampleItem told = Assert.Single(await audit.ItemsAsync(audit.Registrar));
        Assert.Equal((reviews[1], ""), (told.Review, told.Reviewer));
    }

    private static Review OfCancelled(RecordVerdict verdict) => Records.Cancellation(
        verdict, verdict == RecordVerdict.RightUnderAnotherCode ? CancellationReason.C3Duplicate : CancellationReason.Unspecified);

    private static Review OfN100(RecordVerdict verdict) => Records.Classification(
        verdict, verdict == RecordVerdict.RightUnderAnotherCode ? "100/02" : "", verdict == RecordVerdict.Wrong ? Rape : null);

    /// <summary>Cancelled crimes and N100s, each of a report of its own before the window, and reports in it.</summary>
    private Task RecordsAsync(string force, int cancelled, int n100s, int reports)
    {
        DateTimeOffset before = Moments.Utc("2018-06-01T12:00:00Z");
        return WriteAsync(
            Service,
            [
                .. Enumerable.Range(0, cancelled).SelectMany(i => new[]
                {
                    Told.Report(force, $"cancelled-{i}", before, "violence", Told.Alleged("a1")),
                    Told.Crime(force, $"cancelled-{i}", $"c-{i}", before.AddHours(1), Codes.Violence, "a1"),
                    Records.Cancelled(force, $"cancelled-{i}", $"c-{i}"),
                }),
                .. Enumerable.Range(0, n100s).SelectMany(i => new[]
                {
                    Told.Report(force, $"rape-{i}", before, "rape", Told.Alleged("a1", Codes.AdultRape)),
                    Records.N100(force, $"rape-{i}", $"n-{force}-{i}"),
                }),
                .. Enumerable.Range(0, reports).Select(i => Told.Report(force, $"report-{i}", Told.Alleged("a1"))),
            ]);
    }
}
