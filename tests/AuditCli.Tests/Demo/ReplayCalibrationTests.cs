using AuditCli.Demo;
using AuditCli.Demo.Replay;
using CrimeAudit.V1;

namespace AuditCli.Tests.Demo;

public sealed class ReplayCalibrationTests
{
    private static readonly ReplayTargets Published2017 = new(
        0.804, 0.692, 0.902, 1.75, 3.35, 35_200,
        new Dictionary<OffenceGroup, double>
        {
            [OffenceGroup.Violence] = 31_482.27,
            [OffenceGroup.Sexual] = 4_489.67,
            [OffenceGroup.Other] = 107_541.01,
        });

    [Fact]
    public void Every_seed_finds_counts_that_give_the_published_rates_and_half_widths()
    {
        for (int i = 0; i < 25; i++)
        {
            IReadOnlyDictionary<string, List<SampleItem>> items = Items(PublishedInspection.Of2017);
            (string UnitId, Review Review)[] reviews =
                [.. ReplayReviewPlan.Of(PublishedInspection.Of2017, Published2017, items, new DemoRandom($"seed {i}"))];
            Assert.Equal(1_970 + 174 + 20, reviews.Length);
            Assert.Equal(reviews.Length, reviews.Select(r => r.UnitId).Distinct().Count());
        }
    }

    [Fact]
    public void Another_seed_gives_other_counts_of_what_was_not_published()
    {
        int[] violence = [.. Enumerable.Range(0, 10).Select(i =>
            new ReplayCalibration(PublishedInspection.Of2017, Published2017, new DemoRandom($"seed {i}")).Solve()[OffenceGroup.Violence].Required)];
        Assert.True(violence.Distinct().Count() > 3);
    }

    private static Dictionary<string, List<SampleItem>> Items(PublishedInspection inspection) =>
        inspection.Censuses.Select(c => (c.Name, Size: c.Required)).Concat(inspection.Sampled.Select(s => (s.Name, Size: s.Sample)))
            .ToDictionary(s => s.Name, s => Enumerable.Range(1, s.Size).Select(i => new SampleItem { UnitId = $"{s.Name}/{i}" }).ToList());
}
