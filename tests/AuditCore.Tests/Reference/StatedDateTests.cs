using System.Globalization;
using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class StatedDateTests
{
    [Theory]
    [InlineData("01-Jul-25", "2025-07-01")]
    [InlineData("13 April 2015", "2015-04-13")]
    [InlineData("6 April 2015", "2015-04-06")]
    [InlineData("26/06/2018", "2018-06-26")]
    [InlineData("14/11/2016", "2016-11-14")]
    [InlineData("02/03/2016", "2016-03-02")]
    [InlineData("23 Februay 2011", "2011-02-23")]
    [InlineData("2018-07-25", "2018-07-25")]
    [InlineData("29-Feb-24", "2024-02-29")]
    [InlineData(" 01-Mar-00 ", "2000-03-01")]
    [InlineData("31-Dec-49", "2049-12-31")]
    [InlineData("01-Jan-50", "1950-01-01")]
    [InlineData("01 January 1991", "1991-01-01")]
    public void A_day_is_read_in_every_form_that_occurs(string text, string expected)
    {
        StatedDate? date = StatedDate.Parse(text);
        Assert.Equal(StatedDatePrecision.Day, date?.Precision);
        Assert.Equal(Day(expected), date?.First);
        Assert.Equal(Day(expected), date?.Last);
        Assert.Equal(text.Trim(), date?.Text);
    }

    [Theory]
    [InlineData("Nov-25", "2025-11-01", "2025-11-30")]
    [InlineData("Aug 2024", "2024-08-01", "2024-08-31")]
    [InlineData("2017-09", "2017-09-01", "2017-09-30")]
    [InlineData("Feb-24", "2024-02-01", "2024-02-29")]
    public void A_month_stays_a_month(string text, string first, string last)
    {
        StatedDate? date = StatedDate.Parse(text);
        Assert.Equal(StatedDatePrecision.Month, date?.Precision);
        Assert.Equal((Day(first), Day(last)), (date?.First, date?.Last));
    }

    [Fact]
    public void A_year_stays_a_year()
    {
        StatedDate? date = StatedDate.Parse("2015");
        Assert.Equal(StatedDatePrecision.Year, date?.Precision);
        Assert.Equal((Day("2015-01-01"), Day("2015-12-31")), (date?.First, date?.Last));
    }

    [Theory]
    [InlineData("TBC")]
    [InlineData("28/02/22?")]
    public void A_doubted_date_keeps_its_text_and_gets_no_day(string text)
    {
        StatedDate? date = StatedDate.Parse(text);
        Assert.Equal((text, StatedDatePrecision.Uncertain, null, null), (date?.Text, date?.Precision, date?.First, date?.Last));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_is_not_stated(string text) => Assert.Equal(StatedDate.NotStated, StatedDate.Parse(text));

    [Theory]
    [InlineData("31-Feb-22")]
    [InlineData("29-Feb-23")]
    [InlineData("06/26/2018")]
    [InlineData("2018-13")]
    [InlineData("2017-xx")]
    [InlineData("01-Jul/25")]
    [InlineData("01-Juli-25")]
    [InlineData("0-Jul-25")]
    [InlineData("Jul")]
    [InlineData("25")]
    [InlineData("1815")]
    [InlineData("07-25")]
    [InlineData("1 2 3 4")]
    [InlineData("soon")]
    public void What_is_no_date_is_refused_and_not_guessed(string text) => Assert.Null(StatedDate.Parse(text));

    [Fact]
    public void Month_names_are_English_whatever_the_culture_of_the_machine()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
            Assert.Equal(Day("2022-05-03"), StatedDate.Parse("03-May-22")?.First);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
