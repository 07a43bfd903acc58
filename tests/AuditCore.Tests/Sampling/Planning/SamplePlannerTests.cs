using AuditCore.Sampling.Planning;
using CsCheck;

namespace AuditCore.Tests.Sampling.Planning;

public class SamplePlannerTests
{
    private const double Three = 0.03;

    [Theory]
    [InlineData(0.5, 1_068)]
    [InlineData(0.8, 683)]
    [InlineData(0.9, 385)]
    public void Three_points_either_way_ask_for_as_many_crimes_as_the_books_say(double rate, int crimes)
    {
        SamplePlan plan = Plan(new() { HalfWidth = Three, Rate = rate, Strata = [new StratumToPlan("all")] });
        Assert.Equal((crimes, crimes, crimes), (plan.CrimesWanted, plan.CrimesWantedOfFrame, plan.TotalSampleSize));
        Assert.InRange(plan.ExpectedHalfWidth, 0.998 * Three, Three);
    }

    [Fact]
    public void A_finite_frame_needs_less_and_a_small_one_is_a_census()
    {
        SamplePlanQuestion question = new() { HalfWidth = Three, Rate = 0.8, Strata = [new StratumToPlan("all") { FrameSize = 2_000 }] };
        // 682.93/(1 + 681.93/2000) = 509.26.
        Assert.Equal((683, 510, 510), (Plan(question).CrimesWanted, Plan(question).CrimesWantedOfFrame, Plan(question).TotalSampleSize));

        SamplePlan whole = Plan(question with { HalfWidth = 0.001, Strata = [new StratumToPlan("all") { FrameSize = 40 }] });
        Assert.Equal((40, true, 0.0, true), (whole.TotalSampleSize, whole.Strata[0].IsCensus, whole.ExpectedHalfWidth, whole.IsEnough));
    }

    [Fact]
    public void Reports_are_drawn_and_crimes_are_counted()
    {
        SamplePlanQuestion question = new() { HalfWidth = Three, Rate = 0.8, Strata = [new StratumToPlan("all") { CrimesPerUnit = 0.5 }] };
        Assert.Equal((683, 1_366), (Plan(question).CrimesWanted, Plan(question).TotalSampleSize));
        Assert.Equal(683, Plan(question).TotalExpectedCrimes);
        Assert.Equal((1_366, 2_732), (Plan(question with { DesignEffect = 2 }).CrimesWanted, Plan(question with { DesignEffect = 2 }).TotalSampleSize));
    }

    [Fact]
    public void A_proportional_sample_takes_the_same_share_of_every_stratum()
    {
        SamplePlan plan = Plan(new()
        {
            HalfWidth = Three,
            Rate = 0.5,
            Strata = [new StratumToPlan("a") { FrameSize = 60_000 }, new StratumToPlan("b") { FrameSize = 30_000 }, new StratumToPlan("c") { FrameSize = 10 }],
        });
        // A share of 1054.58/90010: 702.98, 351.49 and 0.12, rounded up, and never less than two.
        Assert.Equal([703L, 352L, 2L], plan.Strata.Select(s => s.SampleSize));
        Assert.Equal((1_055, 1_057), (plan.CrimesWantedOfFrame, plan.TotalSampleSize));
    }

    [Fact]
    public void Neyman_gives_more_to_strata_that_vary_more_and_takes_whole_what_it_would_exceed()
    {
        SamplePlan plan = Plan(new()
        {
            HalfWidth = 0.01,
            Rate = 0.5,
            Allocation = SampleAllocation.Neyman,
            Strata =
            [
                new StratumToPlan("steady") { FrameSize = 5_000, Rate = 0.98 },
                new StratumToPlan("open") { FrameSize = 5_000 },
                new StratumToPlan("rich") { FrameSize = 30, CrimesPerUnit = 90 },
            ],
        });
        Assert.True(plan.Strata[2].IsCensus);
        Assert.InRange(plan.Strata[1].SampleSize / (double)plan.Strata[0].SampleSize, 0.5 / 0.14 * 0.98, 0.5 / 0.14 * 1.02);
        Assert.InRange(plan.ExpectedHalfWidth, 0.0099, 0.01);
    }

    [Fact]
    public void Fixed_sizes_are_answered_with_what_they_can_be_expected_to_achieve()
    {
        SamplePlanQuestion question = new()
        {
            Rate = 0.8,
            Allocation = SampleAllocation.Fixed,
            Strata =
            [
                new StratumToPlan("a") { FrameSize = 10_000, SampleSize = 400 }, new StratumToPlan("b") { FrameSize = 100, SampleSize = 900 },
            ],
        };
        SamplePlan plan = Plan(question);
        Assert.Equal([(400L, false), (100L, true)], plan.Strata.Select(s => (s.SampleSize, s.IsCensus)));
        Assert.Null(plan.IsEnough);
        // 1.96·√(10000²·0.96·0.16/400)/10100.
        Assert.Equal(1.959963984540054 * Math.Sqrt(1e8 * 0.96 * 0.16 / 400) / 10_100, plan.ExpectedHalfWidth, 1e-12);
        Assert.False(Plan(question with { HalfWidth = Three }).IsEnough);
    }

    [Fact]
    public void Whatever_is_asked_the_sizes_are_enough_and_one_unit_less_of_a_single_stratum_is_not()
    {
        Gen<StratumToPlan> stratum = Gen.Select(Gen.Long[1, 50_000], Gen.Double[0.2, 3], Gen.Double[0.05, 0.95]).Select(
            (size, crimes, rate) => new StratumToPlan("s") { FrameSize = size, CrimesPerUnit = crimes, Rate = rate });
        Gen.Select(stratum.Array[1, 6], Gen.Double[0.01, 0.2], Gen.Double[0.5, 0.99], Gen.Bool).Sample((strata, half, level, neyman) =>
        {
            SamplePlan plan = Plan(new()
            {
                HalfWidth = half,
                Level = level,
                Allocation = neyman ? SampleAllocation.Neyman : SampleAllocation.Proportional,
                Strata = [.. strata.Select((s, i) => new StratumToPlan($"s{i}") { FrameSize = s.FrameSize, CrimesPerUnit = s.CrimesPerUnit, Rate = s.Rate })],
            });
            Assert.True(plan.IsEnough, $"{plan.ExpectedHalfWidth} for {half}");
            Assert.All(plan.Strata, s => Assert.InRange(s.SampleSize, Math.Min(2, s.FrameSize!.Value), s.FrameSize!.Value));
        });
        // 1.96·√(0.16/n) ≤ 0.03 from n = 683 on.
        Assert.True(1.959963984540054 * Math.Sqrt(0.16 / 682) > Three);
    }

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        SamplePlanQuestion question = new()
        {
            Rate = double.NaN,
            Level = 1,
            DesignEffect = 0,
            Strata = [new StratumToPlan("a") { CrimesPerUnit = 0, SampleSize = 5 }, new StratumToPlan("a") { FrameSize = 0, Rate = 1 }],
        };
        Assert.Equal(
            [
                "half_width", "expected_rate", "confidence_level", "design_effect", "strata[0].frame_size", "strata[0].crimes_per_unit",
                "strata[0].sample_size", "strata[1].name", "strata[1].frame_size", "strata[1].expected_rate",
            ],
            SamplePlanCheck.Of(question).Select(p => p.Field));
        Assert.Contains("strata[1].name 'a' is the name of an earlier stratum", Assert.Throws<ArgumentException>(() => Plan(question)).Message, StringComparison.Ordinal);
        Assert.Equal(["strata"], SamplePlanCheck.Of(new() { HalfWidth = Three, Strata = [] }).Select(p => p.Field));
    }

    private static SamplePlan Plan(SamplePlanQuestion question) => SamplePlanner.Plan(question);
}
