using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class PublishedResultsTests
{
    private static readonly string[] Lines = ShippedFile.Text(ShippedFile.Results).Split('\n', StringSplitOptions.TrimEntries);

    [Fact]
    public void The_shipped_file_has_31_results_of_25_forces()
    {
        Assert.Equal(31, PublishedResults.All.Count);
        Assert.Equal(25, PublishedResults.All.Select(result => result.Force).Distinct().Count());
        Assert.Equal(("sussex", 32), (PublishedResults.All[^1].Force, PublishedResults.All[^1].Line));
    }

    [Fact]
    public void A_full_row_is_read_to_its_last_cell()
    {
        PublishedResult result = PublishedResults.Of("thames-valley")[0];
        Assert.Equal(("CDI 2017", new DateOnly(2017, 2, 1), new DateOnly(2017, 7, 31)), (result.Programme, result.AuditStart, result.AuditEnd));
        Assert.Equal((80.4, 1.75, 35200, 69.2, 3.35), (result.OverallRate, result.OverallHalfWidth, result.UnrecordedPerYear, result.ViolenceRate, result.ViolenceHalfWidth));
        Assert.Equal((90.2, 1970, new PublishedGrade("inadequate", null), null), (result.SexualRate, result.ReportsAudited, result.OverallGrade, result.EffectivenessGrade));
        Assert.Contains("thames-valley-police-crime-data-integrity-inspection-2017", result.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_published_is_null_and_not_zero()
    {
        PublishedResult result = PublishedResults.Of("dyfed-powys")[0];
        Assert.Equal((null, null, null, null), (result.OverallRate, result.AuditEnd, result.UnrecordedPerYear, result.ReportsAudited));
        Assert.Equal(StatedDate.NotStated, result.Published);
    }

    [Fact]
    public void A_publication_known_to_the_month_stays_a_month()
    {
        PublishedResult result = PublishedResults.Of("west-midlands").Single();
        Assert.Equal(("2017-09", StatedDatePrecision.Month, new DateOnly(2017, 9, 1)), (result.Published.Text, result.Published.Precision, result.Published.First));
    }

    [Fact]
    public void Doubt_about_a_grade_is_kept_beside_it()
    {
        PublishedGrade? grade = PublishedResults.Of("leicestershire").Single(result => result.Programme == "CDI 2017").EffectivenessGrade;
        Assert.Equal(new PublishedGrade("requires improvement", "as typed in the sheet; doubtful"), grade);
        Assert.Single(PublishedResults.All, result => (result.OverallGrade?.Note ?? result.EffectivenessGrade?.Note) is not null);
    }

    [Fact]
    public void Not_recorded_per_year_comes_within_two_percent_of_every_published_figure_with_a_dated_window()
    {
        List<(string Force, double Ratio)> ratios = [];
        foreach (PublishedResult result in PublishedResults.All)
        {
            if (result is not { AuditEnd: { } to, OverallRate: { } percent, UnrecordedPerYear: { } published }) continue;
            double rate = percent / 100;
            ratios.Add((result.Force, RecordedCrimeVolumes.Published.Volume(result.Force, to).Total * (1 - rate) / rate / published));
        }
        Assert.Equal(["thames-valley", "kent", "derbyshire", "nottinghamshire", "cleveland", "humberside", "durham"], ratios.Select(ratio => ratio.Force));
        Assert.All(ratios, ratio => Assert.InRange(ratio.Ratio, 0.98, 1.02));
    }

    [Theory]
    [InlineData("thames-valley,", "atlantis,", "line 2: force 'atlantis' is not known")]
    [InlineData("CDI 2017", "", "line 2: programme is missing")]
    [InlineData("2017-02-01", "2017-02-30", "line 2: audit_start '2017-02-30' is not a date")]
    [InlineData("2017-02-01", "2017-02", "line 2: audit_start '2017-02' is not a day")]
    [InlineData("2017-02-01", "2017-08-01", "line 2: the audit ends before it starts")]
    [InlineData("80.4", "100.4", "line 2: overall_rate '100.4' is not a number from 0 to 100")]
    [InlineData("80.4", "-80.4", "line 2: overall_rate '-80.4' is not a number from 0 to 100")]
    [InlineData("80.4", "NaN", "line 2: overall_rate 'NaN' is not a number from 0 to 100")]
    [InlineData("35200", "35.2", "line 2: est_unrecorded_per_year '35.2' is not a whole number")]
    [InlineData("inadequate,", "inadequate,,", "line 2: 16 columns instead of 15")]
    public void A_dirty_copy_of_a_row_is_refused_with_its_line_and_the_reason(string clean, string dirty, string problem)
    {
        Assert.Contains(clean, Lines[1], StringComparison.Ordinal);
        string text = Lines[0] + "\n" + Lines[1].Replace(clean, dirty, StringComparison.Ordinal) + "\n" + Lines[2];
        Assert.Contains(problem, Refusal.Of(() => PublishedResults.Parse(new StringReader(text))));
    }
}
