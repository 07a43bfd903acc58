using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class OffenceListQuirkTests
{
    private static readonly OffenceList List = OffenceList.Published;

    [Fact]
    public void A_small_s_means_an_offence_against_the_state()
    {
        Assert.Equal(OffenceAgainst.State, List.WithCode("085/01").Single(row => row.ListChanged.Text == "Apr-17").Against);
        Assert.Equal(1204, List.Offences.Count(row => row.Against == OffenceAgainst.State));
        Assert.Equal(176, List.Offences.Count(row => row.Against == OffenceAgainst.VictimOrState));
        Assert.Equal(318, List.Offences.Count(row => row.Against == OffenceAgainst.Victim));
    }

    [Fact]
    public void A_lone_1_beside_the_comment_is_no_comment() =>
        Assert.All(new[] { "078/26", "078/27", "081/90", "091/86", "095/74", "095/75" }, code => Assert.Null(List.WithCode(code).Single().Comment));

    [Fact]
    public void A_second_comment_in_a_column_without_title_is_kept() =>
        Assert.Equal(
            "Separate offences (005/28 and 138/52 created for Sec 1 a (ii-iii); Offence description amended August 2024",
            List.WithCode("008/72").Single().Comment);

    [Fact]
    public void Line_breaks_and_no_break_spaces_inside_a_cell_become_one_space()
    {
        Assert.Equal("Data Protection Act 1998.", List.WithCode("098/30").Single().Act);
        Assert.DoesNotContain(List.Offences, row => row.Description.Any(c => c is '\n' or '\r' or '\u00a0'));
        Assert.Equal("Act repealed by Care Standards Act 2000 (c. 14)", List.Offences.Single(row => row.Comment?.Contains("Care Standards", StringComparison.Ordinal) == true).Comment);
    }

    [Fact]
    public void The_one_blank_category_stays_blank()
    {
        NotifiableOffence row = List.Offences.Single(offence => offence.Category is null);
        Assert.Equal(("053/46", OffenceClass.Fraud), (row.Code, row.Class));
    }

    [Fact]
    public void Various_sub_classes_is_kept_as_the_category_of_fraud_by_false_representation() =>
        Assert.Equal("Various sub classes", List.WithCode("053/40").Single().Category);

    [Fact]
    public void Sub_classes_that_the_list_leaves_blank_are_not_filled_in()
    {
        Assert.Equal(["098/06", "099/86"], List.Offences.Where(row => row is { Class: OffenceClass.ViolenceAgainstThePerson, SubClass: null }).Select(row => row.Code));
        Assert.Equal(["045/11"], List.Offences.Where(row => row is { Class: OffenceClass.Theft, SubClass: null }).Select(row => row.Code));
    }

    [Theory]
    [InlineData(StatedDatePrecision.NotStated, 1502)]
    [InlineData(StatedDatePrecision.Uncertain, 1)]
    [InlineData(StatedDatePrecision.Month, 1)]
    [InlineData(StatedDatePrecision.Day, 194)]
    public void Every_commencement_date_is_read_or_kept_as_what_it_is(StatedDatePrecision precision, int rows) =>
        Assert.Equal(rows, List.Offences.Count(row => row.Commencement.Precision == precision));

    [Theory]
    [InlineData(StatedDatePrecision.NotStated, 1632)]
    [InlineData(StatedDatePrecision.Uncertain, 1)]
    [InlineData(StatedDatePrecision.Month, 1)]
    [InlineData(StatedDatePrecision.Day, 64)]
    public void Every_cessation_date_is_read_or_kept_as_what_it_is(StatedDatePrecision precision, int rows) =>
        Assert.Equal(rows, List.Offences.Count(row => row.Cessation.Precision == precision));

    [Fact]
    public void Every_stated_date_lies_between_1991_and_the_year_of_the_list()
    {
        IEnumerable<DateOnly> dates = List.Offences
            .SelectMany(row => new[] { row.Commencement.First, row.Cessation.First, row.ListChanged.First }).OfType<DateOnly>();
        Assert.All(dates, date => Assert.InRange(date.Year, 1991, 2026));
    }

    [Fact]
    public void Maximum_sentences_are_kept_as_published() =>
        Assert.Equal(
            ["1", "10", "14", "1m", "2", "3", "3m", "4", "5", "51 weeks", "6m", "7", "?", "Fine", "Life", "fine"],
            List.Offences.Select(row => row.MaximumSentence).Distinct().Order(StringComparer.Ordinal));
}
