using System.Globalization;
using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class VolumeValidatorTests
{
    [Fact]
    public void A_sound_set_has_no_problems() => Assert.Empty(Problems(Set("kent", "2020-03-31")));

    [Fact]
    public void The_shipped_rows_have_no_problems()
    {
        RecordedCrimeFile file = RecordedCrimeFile.Parse(new StringReader(ShippedFile.Text(ShippedFile.RecordedCrime)));
        Assert.Empty(VolumeValidator.Validate(file.Rows));
    }

    [Fact]
    public void Every_bad_row_is_told_with_its_line() =>
        Assert.Equal(
            [
                "line 4: force 'atlantis' is not known",
                "line 5: 2020-03-30 is not the last day of a month",
                "line 6: category 'Piracy' is not known",
                "line 7: category 'Violence and sexual offences' belongs to no single group",
                "line 8: category 'Anti-social behaviour' belongs to no single group",
                "line 9: 'Homicide' of kent to 2020-03-31 is given twice",
            ],
            Problems(
            [
                .. Set("kent", "2020-03-31"),
                Row("atlantis", "2020-03-31", "Homicide", 4),
                Row("kent", "2020-03-30", "Homicide", 5),
                Row("kent", "2020-03-31", "Piracy", 6),
                Row("kent", "2020-03-31", "Violence and sexual offences", 7),
                Row("kent", "2020-03-31", "Anti-social behaviour", 8),
                Row("kent", "2020-03-31", "homicide ", 9),
            ]));

    [Fact]
    public void A_row_without_a_line_is_told_without_one() =>
        Assert.Contains("category 'Piracy' is not known", Problems([.. Set("kent", "2020-03-31"), Row("kent", "2020-03-31", "Piracy", null)]));

    [Fact]
    public void A_force_that_lacks_a_category_which_others_have_is_told() =>
        Assert.Equal(
            ["essex, 12 months to 2020-03-31: no figure of Robbery, Sexual offences"],
            Problems([.. Set("kent", "2020-03-31"), Set("essex", "2020-03-31")[0]]));

    [Fact]
    public void A_group_without_figures_is_told() =>
        Assert.Equal(["12 months to 2020-03-31: no figures of group Sexual"], Problems([.. Set("kent", "2020-03-31").Where(row => row.Category != "Sexual offences")]));

    [Fact]
    public void Period_ends_more_than_a_year_apart_are_told() =>
        Assert.Equal(["kent: no figures between 2020-03-31 and 2021-06-30"], Problems([.. Set("kent", "2020-03-31"), .. Set("kent", "2021-06-30")]));

    [Fact]
    public void Period_ends_a_leap_year_apart_are_accepted() => Assert.Empty(Problems([.. Set("kent", "2019-03-31"), .. Set("kent", "2020-03-31")]));

    [Fact]
    public void A_negative_total_is_told()
    {
        VolumeRow[] rows = Set("kent", "2020-03-31");
        Assert.Empty(Problems([rows[0] with { Count = -14 }, rows[1], rows[2]]));
        Assert.Equal(["kent, 12 months to 2020-03-31: the total is negative"], Problems([rows[0] with { Count = -15 }, rows[1], rows[2]]));
    }

    [Fact]
    public void Counts_that_no_year_can_have_are_told_whatever_their_sum()
    {
        VolumeRow[] rows = Set("kent", "2020-03-31");
        Assert.Equal(
            [
                $"line 1: {1L << 62} is no number of crimes; 1000000000 either way is allowed",
                $"line 2: {1L << 62} is no number of crimes; 1000000000 either way is allowed",
            ],
            Problems([rows[0] with { Count = 1L << 62 }, rows[1] with { Count = 1L << 62 }, rows[2]]).Take(2));
    }

    [Fact]
    public void The_last_day_that_there_is_ends_a_month() => Assert.Empty(Problems(Set("kent", "9999-12-31")));

    [Fact]
    public void No_rows_and_rows_of_fraud_alone_make_no_set()
    {
        Assert.Equal(["there are no rows"], Problems([]));
        Assert.Equal(["all rows are of fraud, which is left out of volumes"], Problems([Row("kent", "2020-03-31", "Fraud offences", 1)]));
    }

    [Fact]
    public void A_set_is_not_made_of_bad_rows()
    {
        ReferenceDataException error = Assert.Throws<ReferenceDataException>(() => RecordedCrimeVolumes.FromRows("mine", [Row("atlantis", "2020-03-31", "Homicide", 2)]));
        Assert.Equal("Volume set mine cannot be used, 1 problem(s): line 2: force 'atlantis' is not known", error.Message);
    }

    [Fact]
    public void A_message_shows_twenty_problems_and_the_exception_holds_them_all()
    {
        VolumeRow[] rows = [.. Enumerable.Range(1, 30).Select(line => Row("atlantis", "2020-03-31", "Category " + line, line))];
        ReferenceDataException error = Assert.Throws<ReferenceDataException>(() => RecordedCrimeVolumes.FromRows("mine", rows));
        Assert.Equal(60, error.Problems.Count);
        Assert.Contains("60 problem(s)", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; …", error.Message, StringComparison.Ordinal);
        Assert.Equal(20, error.Message.Split("line ").Length - 1);
    }

    private static IReadOnlyList<string> Problems(IReadOnlyList<VolumeRow> rows) =>
        [.. VolumeValidator.Validate(rows).Select(problem => problem.ToString())];

    private static VolumeRow[] Set(string force, string end) =>
        [Row(force, end, "Homicide", 1), Row(force, end, "Sexual offences", 2), Row(force, end, "Robbery", 3)];

    private static VolumeRow Row(string force, string end, string category, int? line) =>
        new(force, DateOnly.ParseExact(end, "yyyy-MM-dd", CultureInfo.InvariantCulture), category, 7, line);
}
