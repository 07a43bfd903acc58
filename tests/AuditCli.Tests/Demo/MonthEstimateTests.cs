using AuditCli.Demo;
using AuditCli.Demo.Month;
using AuditCore.Estimation;
using AuditCore.Sampling;
using CrimeAudit.V1;

namespace AuditCli.Tests.Demo;

public sealed class MonthEstimateTests
{
    private const int Draws = 60;

    private static readonly SimulatedForce Force = new(new DateOnly(2019, 2, 1), months: 1);

    [Fact]
    public void Estimates_from_many_seeds_scatter_around_the_truth_and_their_intervals_hold_it_about_95_times_in_100()
    {
        Dictionary<string, (int Take, Dictionary<string, SimulatedReport> Reports)> strata = Strata();
        double truth = new KnownTruth(Force).Rate(null);
        ReviewDomain everything = EstimateDomains.ToReviewDomain(new EstimateDomain());
        int held = 0;
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            RateEstimate estimate = RatioEstimator.Estimate([.. strata.Select(s => Sample(s.Key, s.Value.Take, s.Value.Reports, $"seed {i}", everything))]);
            held += estimate.Intervals.KornGraubard!.Contains(truth) ? 1 : 0;
            sum += estimate.Ratio!.Value;
        }

        // Three binomial standard deviations around 57 of 60, and three standard errors of the mean of 60 estimates.
        Assert.InRange(held, 52, Draws);
        Assert.InRange(sum / Draws, truth - 0.004, truth + 0.004);
    }

    [Fact]
    public void A_report_is_a_function_of_its_number()
    {
        SimulatedReport report = Force.Report(12_345);
        Assert.Equal(12_345, SimulatedForce.NumberOf(report.Reference));
        Assert.Equal(report.Reference, Force.Report(12_345).Reference);
        Assert.NotEqual(report.ReportedAt, Force.Report(12_346).ReportedAt);
    }

    private static Dictionary<string, (int Take, Dictionary<string, SimulatedReport> Reports)> Strata()
    {
        AuditPlan plan = MonthPlan.Of("thames-valley", Force);
        var strata = plan.Strata.ToDictionary(
            s => s.Name, s => (s.SampleSize, new Dictionary<string, SimulatedReport>(StringComparer.Ordinal)), StringComparer.Ordinal);
        for (int i = 0; i < Force.Reports; i++)
        {
            SimulatedReport report = Force.Report(i);
            string stratum = strata.ContainsKey(report.OpeningCode) ? report.OpeningCode : "no-crime-expected";
            strata[stratum].Item2.Add(UnitId.Of("thames-valley", "storm", report.Reference).Text, report);
        }

        return strata;
    }

    private static AuditCore.Estimation.Stratum Sample(
        string name, int take, Dictionary<string, SimulatedReport> reports, string seed, ReviewDomain domain) =>
        new(name, reports.Count, [.. AuditCore.Sampling.Draw.Take(seed, reports.Keys, take).Select(u => domain.CountsOf(MonthReviews.Of(reports[u.Id])).AtAll)]);
}
