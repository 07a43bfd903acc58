using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

public class LevelContrastsTests
{
    [Fact]
    public void A_level_has_its_rate_the_rest_its_own_and_the_odds_within_classes()
    {
        LevelCounts online = new("channel", "CHANNEL_ONLINE", [new(30, 70, 20, 180), new(5, 45, 10, 290)]);
        LevelContrast contrast = Assert.Single(LevelContrasts.Of([online]));

        Assert.Equal((150, 35, 500, 30, false), (contrast.Crimes, contrast.Shortfalls, contrast.RestCrimes, contrast.RestShortfalls, contrast.IsLowCount));
        Assert.Equal((115d / 150, 470d / 500), (contrast.Rate, contrast.RestRate));
        Assert.Equal((IntervalMethod.Wilson, BinomialIntervals.Wilson(115, 150)), (contrast.Method, contrast.Interval));
        Assert.Equal(MantelHaenszel.Of(online.Tables), contrast.OddsRatio);
        Assert.Equal(contrast.OddsRatio.PValue, contrast.AdjustedPValue);
    }

    [Fact]
    public void Adjustment_is_over_every_level_that_is_shown()
    {
        LevelCounts[] levels = [.. Enumerable.Range(1, 20).Select(i => new LevelCounts("area", $"a{i}", [new(i, 50, 40, 360)]))];
        IReadOnlyList<LevelContrast> contrasts = LevelContrasts.Of(levels);

        Assert.Equal(BenjaminiHochberg.Adjust([.. contrasts.Select(c => c.OddsRatio.PValue!.Value)]), contrasts.Select(c => c.AdjustedPValue!.Value));
        Assert.Contains(contrasts, c => c.OddsRatio.PValue < 0.05 && c.AdjustedPValue > 0.05);
    }

    [Fact]
    public void Few_crimes_have_an_exact_interval_and_none_have_neither_rate_nor_ratio()
    {
        IReadOnlyList<LevelContrast> contrasts = LevelContrasts.Of([new("area", "few", [new(3, 4, 9, 90)]), new("area", "none", [new(0, 0, 9, 90)])]);

        Assert.Equal((true, IntervalMethod.ClopperPearson, BinomialIntervals.ClopperPearson(4, 7)), (contrasts[0].IsLowCount, contrasts[0].Method, contrasts[0].Interval));
        Assert.Equal((null, null, OddsRatioMethod.None, null), (contrasts[1].Rate, contrasts[1].Interval, contrasts[1].OddsRatio.Method, contrasts[1].AdjustedPValue));
    }
}
