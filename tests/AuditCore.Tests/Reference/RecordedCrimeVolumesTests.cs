using System.Globalization;
using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class RecordedCrimeVolumesTests
{
    private static readonly RecordedCrimeVolumes Volumes = RecordedCrimeVolumes.Published;

    [Theory]
    [InlineData("thames-valley", "2017-07-31", 143512.95652173914)]
    [InlineData("thames-valley", "2018-12-31", 162070)]
    [InlineData("kent", "2016-11-30", 124444.68478260869)]
    public void The_total_agrees_with_figures_worked_out_apart(string force, string to, double expected) =>
        Assert.Equal(expected, Volumes.Volume(force, Day(to)).Total);

    [Fact]
    public void The_groups_add_up_to_the_total_and_are_exact_on_a_quarter_end()
    {
        CrimeVolume volume = Volumes.Volume("thames-valley", Day("2018-12-31"));
        Assert.Equal(new CrimeVolume(46311, 5453, 110306, 162070), volume);
        Assert.Equal(volume.Total, volume.Of(OffenceGroup.Violence) + volume.Of(OffenceGroup.Sexual) + volume.Of(OffenceGroup.Other));
        Assert.Throws<ArgumentOutOfRangeException>(() => volume.Of(OffenceGroup.Unknown));
    }

    [Fact]
    public void Every_force_is_covered_from_2003_to_2018_with_a_figure_every_quarter_from_2007()
    {
        Assert.Equal(Forces.All.Select(force => force.Slug), Volumes.Forces);
        Assert.All(Volumes.Forces, force => Assert.Equal(new VolumeCoverage(Day("2003-03-31"), Day("2018-12-31")), Volumes.Coverage(force)));
        Assert.All(Volumes.Forces, force => Assert.Equal(52, Volumes.PeriodEnds(force).Count));
        Assert.Equal(["2003-03-31", "2004-03-31", "2005-03-31", "2006-03-31", "2007-03-31", "2007-06-30"],
            Volumes.PeriodEnds("kent").Take(6).Select(end => end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_30th_of_December_2017_in_the_file_is_the_31st()
    {
        Assert.Contains(Day("2017-12-31"), Volumes.PeriodEnds("kent"));
        Assert.DoesNotContain(Day("2017-12-30"), Volumes.PeriodEnds("kent"));
        Assert.Equal(167340, Volumes.Volume("kent", Day("2017-12-31")).Total);
    }

    [Fact]
    public void Fraud_offences_are_left_out()
    {
        // Kent, 12 months to March 2003: 130597 recorded crimes in all, of which 2254 fraud.
        Assert.Equal(130597 - 2254, Volumes.Volume("kent", Day("2003-03-31")).Total);
    }

    [Fact]
    public void Burglary_under_its_old_and_new_names_is_summed_while_both_are_in_use()
    {
        VolumeRow[] rows = [.. Rows("kent", "2017-12-31").Where(row => row.Category.Contains("burglary", StringComparison.Ordinal))];
        Assert.Equal([1202, 1711, 2691, 6361], rows.Select(row => row.Count));
        Assert.Equal(Rows("kent", "2017-12-31").Where(row => PublishedCategories.Classify(row.Category).Group == OffenceGroup.Other).Sum(row => row.Count),
            Volumes.Volume("kent", Day("2017-12-31")).Other);
    }

    [Fact]
    public void Negative_figures_are_corrections_and_are_kept()
    {
        VolumeRow[] negative = [.. Rows("cheshire", "2007-12-31").Where(row => row.Count < 0)];
        Assert.Equal(("Death or serious injury caused by illegal driving", -3), (Assert.Single(negative).Category, negative[0].Count));
        long violence = Rows("cheshire", "2007-12-31").Where(row => PublishedCategories.Classify(row.Category).Group == OffenceGroup.Violence).Sum(row => row.Count);
        Assert.Equal(violence, Volumes.Volume("cheshire", Day("2007-12-31")).Violence);
    }

    [Theory]
    [InlineData("2003-03-30")]
    [InlineData("2019-01-01")]
    [InlineData("0001-01-01")]
    public void A_date_outside_the_file_is_refused_with_the_range_that_is_covered(string date)
    {
        VolumeNotCoveredException error = Assert.Throws<VolumeNotCoveredException>(() => Volumes.Volume("kent", Day(date)));
        Assert.Equal($"{date} is outside volume set ons-2018-12, which covers kent from 2003-03-31 to 2018-12-31", error.Message);
        Assert.Equal(new VolumeCoverage(Day("2003-03-31"), Day("2018-12-31")), error.Coverage);
    }

    [Theory]
    [InlineData("british-transport-police")]
    [InlineData("Kent")]
    public void A_force_without_figures_is_refused(string force)
    {
        VolumeNotCoveredException error = Assert.Throws<VolumeNotCoveredException>(() => Volumes.Volume(force, Day("2018-01-01")));
        Assert.Equal($"volume set ons-2018-12 has no figures of force '{force}'", error.Message);
        Assert.Null(error.Coverage);
        Assert.Empty(Volumes.PeriodEnds(force));
    }

    [Fact]
    public void Between_two_period_ends_the_volume_goes_straight_in_days()
    {
        RecordedCrimeVolumes volumes = RecordedCrimeVolumes.FromRows("test", [.. Set("2020-03-31", 100, 10, 1000), .. Set("2020-06-30", 191, 10, 909)]);
        Assert.Equal(new CrimeVolume(100, 10, 1000, 1110), volumes.Volume("kent", Day("2020-03-31")));
        Assert.Equal(new CrimeVolume(101, 10, 999, 1110), volumes.Volume("kent", Day("2020-04-01")));
        Assert.Equal(new CrimeVolume(190, 10, 910, 1110), volumes.Volume("kent", Day("2020-06-29")));
        Assert.Equal("test", volumes.Version);
        Assert.Equal(["kent"], volumes.Forces);
    }

    [Fact]
    public void A_set_needs_a_name() => Assert.Throws<ArgumentException>(() => RecordedCrimeVolumes.FromRows(" ", Set("2020-03-31", 1, 1, 1)));

    [Fact]
    public void A_period_with_fraud_alone_adds_no_figure_to_the_set()
    {
        RecordedCrimeVolumes volumes = RecordedCrimeVolumes.FromRows(
            "test", [.. Set("2020-03-31", 100, 10, 1000), new("kent", Day("2020-06-30"), "Fraud offences", 5)]);
        Assert.Equal(new VolumeCoverage(Day("2020-03-31"), Day("2020-03-31")), volumes.Coverage("kent"));
    }

    private static VolumeRow[] Set(string end, long violence, long sexual, long other) =>
        [new("kent", Day(end), "Homicide", violence), new("kent", Day(end), "Sexual offences", sexual), new("kent", Day(end), "Robbery", other)];

    private static IEnumerable<VolumeRow> Rows(string force, string end) =>
        RecordedCrimeFile.Parse(new StringReader(ShippedFile.Text(ShippedFile.RecordedCrime))).Rows.Where(row => row.Force == force && row.PeriodEnd == Day(end));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
