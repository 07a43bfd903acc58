using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class OffenceListRefusalTests
{
    private static readonly string[] Lines = ShippedFile.Text(ShippedFile.Offences).Split("\r\n");

    [Theory]
    [InlineData("001/01", "1/01", "line 3: code '1/01' is not of the form ddd/dd")]
    [InlineData("001/01", "", "line 3: code '' is not of the form ddd/dd")]
    [InlineData(",I,", ",X,", "line 3: 'X' in column 2 is not I, E or S")]
    [InlineData(",V,", ",v,", "line 3: 'v' in column 4 is not V, S or S/V")]
    [InlineData("Violence Against The Person", "Violence", "line 3: 'Violence' in column 5 is not a class of the list")]
    [InlineData("Violence Against The Person", "", "line 3: '' in column 5 is not a class of the list")]
    [InlineData("Violence Against The Person", "Unknown", "line 3: 'Unknown' in column 5 is not a class of the list")]
    [InlineData("Homicide", "Homocide", "line 3: sub class 'Homocide' is not known")]
    [InlineData("Murder of persons aged 1 yr or over", " ", "line 3: an offence is missing (column 8)")]
    [InlineData(",Y,,,,", ",,,,,", "line 3: '' in column 11 is not Y or N")]
    [InlineData(",Y,,,,", ",Y,,31-Feb-22,,", "line 3: '31-Feb-22' in column 13 is not a date")]
    [InlineData(",Y,,,,", ",Y,,,,,,,,,,,", "line 3: 22 columns, at most 21 are known")]
    [InlineData("Common Law", "Common \"Law", "line 3: a quote stands where it opens or closes no field")]
    public void A_dirty_copy_of_a_row_is_refused_with_its_line_and_the_reason(string clean, string dirty, string problem)
    {
        string row = Lines[2];
        Assert.Contains(clean, row, StringComparison.Ordinal);
        Assert.Equal([problem], Refusal.Of(() => Parse(Lines[0], Lines[1], row.Replace(clean, dirty, StringComparison.Ordinal), Lines[3])));
    }

    [Fact]
    public void The_clean_rows_of_these_tests_are_accepted() => Assert.Equal(2, Parse(Lines[0], Lines[1], Lines[2], Lines[3]).Offences.Count);

    [Fact]
    public void All_problems_of_a_file_are_told_at_once_with_lines_that_count_line_breaks_inside_cells()
    {
        string broken = Lines[2].Replace("Common Law", "\"Common\nLaw\"", StringComparison.Ordinal).Replace(",I,", ",X,", StringComparison.Ordinal);
        Assert.Equal(
            ["line 3: 'X' in column 2 is not I, E or S", "line 5: code 'x' is not of the form ddd/dd", "line 5: 'Q' in column 11 is not Y or N"],
            Refusal.Of(() => Parse(Lines[0], Lines[1], broken, "x,I,Life,V,Robbery,,a,b,c,d,Q,,,,")));
    }

    [Fact]
    public void A_file_without_its_title_row_is_refused() =>
        Assert.Contains("line 1: the first row should carry the title 'Notifiable Offence List' in column 7", Refusal.Of(() => Parse(Lines[1], Lines[1], Lines[2])));

    [Fact]
    public void A_file_with_another_column_is_refused() =>
        Assert.Equal(
            ["line 2: column 11 is titled 'In use', expected 'Current'"],
            Refusal.Of(() => Parse(Lines[0], Lines[1].Replace("Current", "In use", StringComparison.Ordinal), Lines[2])));

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal(["the title or the column names are missing"], Refusal.Of(() => Parse("")));

    [Fact]
    public void A_current_row_decides_over_an_earlier_one_that_is_not()
    {
        OffenceList list = Parse(Lines[0], Lines[1], "001/01,I,Life,V,Robbery,,a,b,c,d,N", "001/01,I,Life,V,Burglary,,a,b,c,d,Y", "001/01,I,Life,V,Theft,,a,b,c,d,Y");
        Assert.Equal(OffenceClass.Burglary, list.Classify("001/01").Class);
    }

    private static OffenceList Parse(params string[] lines) => OffenceList.Parse(new StringReader(string.Join("\r\n", lines)), "test");
}
