using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class ForcesTests
{
    [Fact]
    public void There_are_43_forces_in_ordinal_order_of_slug()
    {
        Assert.Equal(43, Forces.All.Count);
        Assert.Equal(Forces.All.Select(force => force.Slug).Order(StringComparer.Ordinal), Forces.All.Select(force => force.Slug));
        Assert.Equal("avon-and-somerset", Forces.All[0].Slug);
        Assert.Equal("wiltshire", Forces.All[^1].Slug);
    }

    [Fact]
    public void A_force_is_found_by_slug_and_by_area()
    {
        Force expected = new("devon-and-cornwall", "Devon & Cornwall Police", "Devon and Cornwall", "E23000035");
        Assert.Equal(expected, Forces.Find("devon-and-cornwall"));
        Assert.Equal(expected, Forces.FindByArea(" devon AND cornwall "));
    }

    [Theory]
    [InlineData("british-transport-police")]
    [InlineData("Thames-Valley")]
    [InlineData("")]
    public void A_slug_that_is_not_one_of_the_43_is_not_found(string slug) => Assert.Null(Forces.Find(slug));

    [Theory]
    [InlineData("Action Fraud")]
    [InlineData("CIFAS")]
    [InlineData("UK Finance")]
    [InlineData("British Transport Police")]
    public void Bodies_that_stand_among_the_areas_are_no_force(string area) => Assert.Null(Forces.FindByArea(area));

    [Fact]
    public void A_repeated_area_and_a_blank_cell_are_refused_with_their_lines()
    {
        const string Text = "slug,name,pfa_name,ons_pfa_code\nkent,Kent Police,Kent,E1\nkent-2,Kent Police,KENT,E2\nessex,,Essex,E3\n";
        Assert.Equal(
            ["line 3: 'kent-2' or its area 'KENT' is listed twice", "line 4: a force needs slug, name, area name and area code"],
            Refusal.Of(() => Forces.Parse(new StringReader(Text))));
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal(["the file is empty"], Refusal.Of(() => Forces.Parse(new StringReader(""))));
}
