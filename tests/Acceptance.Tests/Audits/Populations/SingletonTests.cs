using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Populations;

public abstract class SingletonTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stratum_with_a_single_review_is_merged_where_the_plan_declared_it_and_refused_a_variance_elsewhere(bool declared)
    {
        string force = declared ? "devon-and-cornwall" : "dyfed-powys";
        await WriteAsync(Service, Enumerable.Range(0, 9).Select(i => Told.Report(force, $"r{i}", Moments.Reported, i < 3 ? "few" : "many", Told.Alleged("a1"))));
        AuditPlan plan = Plans.Of(force, SeedSource.Witnessed, ("few", 1), ("many", 3));
        plan.Strata[0].MergeSingletonsInto = declared ? "many" : "";
        var audit = new Inspection(Service, $"singletons-{force}", force);
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(plan);
        await audit.ReviewAllAsync(
            items, item => Reviews.Of(Reviews.Decision(item.Position == 1 ? ReviewOutcome.NotRecorded : ReviewOutcome.Recorded)));

        EstimateRecordingRateResponse rate = await audit.EstimateAsync();
        if (declared)
        {
            // Taken together: 2 of 4 recorded, of 9; without, 2 of 3 of 6 and 0 of 1 of 3.
            Assert.Equal(("few", "many"), (Assert.Single(rate.MergedStrata).Stratum, rate.MergedStrata[0].Into));
            StratumCounts together = Assert.Single(rate.Strata);
            Assert.Equal(("many", 9L, 4L, 4L), (together.Stratum, together.FrameSize, together.Drawn, together.Reviewed));
            Assert.Equal((0.5, 3L, EstimateNote.Unspecified), (rate.Recorded.Ratio, rate.Recorded.DegreesOfFreedom, rate.Recorded.Note));
            Assert.True(rate.Recorded.StandardError > 0);
        }
        else
        {
            Assert.Empty(rate.MergedStrata);
            Assert.Equal((EstimateNote.SingletonStratum, false), (rate.Recorded.Note, rate.Recorded.HasStandardError));
            Assert.Equal(4.0 / 9, rate.Recorded.Ratio, 1e-12);
        }
    }
}
