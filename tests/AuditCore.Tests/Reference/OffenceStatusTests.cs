using System.Globalization;
using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class OffenceStatusTests
{
    private static readonly OffenceList List = OffenceList.Published;

    [Theory]
    [InlineData("001/02", "1990-01-01", OffenceStatus.InForce)]
    [InlineData("004/17", "2015-04-12", OffenceStatus.NotYet)]
    [InlineData("004/17", "2015-04-13", OffenceStatus.InForce)]
    [InlineData("008/71", "2015-04-12", OffenceStatus.NotYet)]
    [InlineData("008/71", "2024-01-31", OffenceStatus.InForce)]
    [InlineData("008/71", "2024-02-01", OffenceStatus.Ceased)]
    [InlineData("099/56", "2018-12-26", OffenceStatus.InForce)]
    [InlineData("099/56", "2018-12-27", OffenceStatus.Ceased)]
    public void An_offence_is_in_force_from_its_commencement_to_its_cessation(string code, string date, OffenceStatus expected) =>
        Assert.Equal(expected, List.WithCode(code).Single().StatusOn(Day(date)));

    [Fact]
    public void A_commencement_to_be_confirmed_says_nothing()
    {
        NotifiableOffence row = List.WithCode("008/10").Single();
        Assert.Equal("TBC", row.Commencement.Text);
        Assert.Equal(OffenceStatus.NotStated, row.StatusOn(Day("2026-06-01")));
    }

    [Fact]
    public void A_doubted_cessation_says_nothing()
    {
        NotifiableOffence row = List.WithCode("078/11").Single();
        Assert.Equal("28/02/22?", row.Cessation.Text);
        Assert.Equal(OffenceStatus.NotStated, row.StatusOn(Day("2010-01-01")));
    }

    [Fact]
    public void An_old_row_without_a_cessation_says_nothing_after_it_commenced()
    {
        NotifiableOffence row = List.WithCode("014/19").Single();
        Assert.Equal(OffenceStatus.NotYet, row.StatusOn(Day("2022-06-27")));
        Assert.Equal(OffenceStatus.NotStated, row.StatusOn(Day("2023-01-01")));
    }

    [Fact]
    public void A_cessation_in_a_month_leaves_the_days_of_that_month_open()
    {
        NotifiableOffence row = List.Offences.Single(offence => offence.Cessation.Text == "Nov-25");
        Assert.Equal(OffenceStatus.InForce, row.StatusOn(Day("2025-10-31")));
        Assert.Equal(OffenceStatus.NotStated, row.StatusOn(Day("2025-11-15")));
        Assert.Equal(OffenceStatus.Ceased, row.StatusOn(Day("2025-12-01")));
    }

    [Fact]
    public void A_commencement_in_a_month_leaves_the_days_of_that_month_open()
    {
        string[] titles = [.. ShippedFile.Text(ShippedFile.Offences).Split("\r\n").Take(2)];
        string text = string.Join("\r\n", [.. titles, "034/01,I,Life,V,Robbery,,a,b,c,d,Y,,Jul-25"]);
        NotifiableOffence row = Assert.Single(OffenceList.Parse(new StringReader(text), "test").Offences);
        Assert.Equal(OffenceStatus.NotYet, row.StatusOn(Day("2025-06-30")));
        Assert.Equal(OffenceStatus.NotStated, row.StatusOn(Day("2025-07-30")));
        Assert.Equal(OffenceStatus.InForce, row.StatusOn(Day("2025-07-31")));
    }

    [Fact]
    public void A_current_row_with_a_cessation_that_has_passed_contradicts_itself()
    {
        NotifiableOffence row = List.Offences.Single(offence => offence.IsCurrent && offence.Cessation.First is not null);
        Assert.Equal("099/96", row.Code);
        Assert.Equal(OffenceStatus.InForce, row.StatusOn(Day("2011-05-25")));
        Assert.Equal(OffenceStatus.NotStated, row.StatusOn(Day("2011-05-26")));
    }

    [Fact]
    public void A_row_that_commenced_after_it_ceased_contradicts_itself_until_it_ceased()
    {
        NotifiableOffence row = List.Offences.Single(offence => offence.Commencement.First > offence.Cessation.Last);
        Assert.Equal(("Jul-25", "31-Dec-20"), (row.Commencement.Text, row.Cessation.Text));
        Assert.Equal(OffenceStatus.NotStated, row.StatusOn(Day("2019-01-01")));
        Assert.Equal(OffenceStatus.Ceased, row.StatusOn(Day("2021-01-01")));
    }

    [Fact]
    public void The_effective_list_of_a_date_holds_what_is_in_force_on_it()
    {
        IReadOnlyList<NotifiableOffence> today = List.EffectiveOn(Day("2026-04-01"));
        Assert.Equal(1628, today.Count);
        Assert.DoesNotContain(today, row => !row.IsCurrent);
        Assert.DoesNotContain(List.EffectiveOn(Day("2015-04-12")), row => row.Code == "004/17");
        Assert.Contains(List.EffectiveOn(Day("2015-04-13")), row => row.Code == "004/17");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
