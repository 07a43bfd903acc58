using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class ReportedIncidentListTests
{
    private static readonly ReportedIncidentList List = ReportedIncidentList.Published;
    private static readonly string[] Lines = ShippedFile.Text(ShippedFile.ReportedIncidents).Split("\r\n");

    [Fact]
    public void The_published_list_has_17_codes_in_three_classes()
    {
        Assert.Equal(17, List.Codes.Count);
        Assert.Equal([("N100", 3), ("N200", 6), ("N300", 8)], List.Codes.GroupBy(code => code.Class).Select(codes => (codes.Key, codes.Count())));
        Assert.Equal("300/08", List.Codes[^1].Code);
    }

    [Fact]
    public void A_code_has_its_texts_its_years_and_the_remark_of_the_column_without_title()
    {
        ReportedIncidentCode expected = new(
            "100/03", "N100", "Reported Incident of Rape", "Offence committed in another police force area/outside the UK", 2015, null,
            "Wording amended in April 2017");
        Assert.Equal(expected, List.Find(" 100/03 "));
    }

    [Theory]
    [InlineData("100/01", "2014-12-31", false)]
    [InlineData("100/01", "2015-01-01", true)]
    [InlineData("100/01", "2026-04-01", true)]
    [InlineData("200/01", "2018-12-31", false)]
    [InlineData("200/01", "2019-06-30", true)]
    [InlineData("200/01", "2025-12-31", true)]
    [InlineData("200/01", "2026-01-01", false)]
    [InlineData("300/08", "2023-12-31", false)]
    [InlineData("300/08", "2024-01-01", true)]
    public void A_code_is_usable_from_the_year_it_was_added_to_the_year_it_was_deleted(string code, string date, bool expected) =>
        Assert.Equal(expected, List.EffectiveOn(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)).Any(found => found.Code == code));

    [Theory]
    [InlineData("53/45")]
    [InlineData("053/45")]
    [InlineData("55/2")]
    public void Fraud_rows_below_the_list_are_no_reported_incidents(string code) => Assert.Null(List.Find(code));

    [Fact]
    public void Rows_that_are_no_incidents_are_told_with_line_and_reason()
    {
        Assert.Equal(7, List.Skipped.Count);
        Assert.Equal(new SkippedRow(20, "Commencement expected late 2015", "a remark without a code"), List.Skipped[0]);
        Assert.Equal([21, 22, 23, 24, 25, 26], List.Skipped.Skip(1).Select(row => row.Line));
        Assert.StartsWith("53/45 | NFIB Fraud | ", List.Skipped[1].Text, StringComparison.Ordinal);
        Assert.All(List.Skipped.Skip(1), row => Assert.Equal("a fraud offence of the notifiable offence list, not a reported incident", row.Reason));
    }

    [Fact]
    public void The_skipped_fraud_rows_are_offences_of_the_offence_list()
    {
        IEnumerable<string> codes = List.Skipped.Skip(1).Select(row => row.Text.Split(" | ")[0].Split('/')).Select(parts => parts[0].PadLeft(3, '0') + "/" + parts[1].PadLeft(2, '0'));
        Assert.All(codes, code => Assert.Equal(OffenceClass.Fraud, OffenceList.Published.Classify(code).Class));
    }

    [Theory]
    [InlineData("100/01,", "10/01,", "line 3: code '10/01' is not of the form ddd/dd")]
    [InlineData("N100", "N200", "line 3: class 'N200' does not belong to code '100/01'")]
    [InlineData("Reported Incident of Rape", "", "line 3: the incident category or the incident is missing")]
    [InlineData(",2015,", ",,", "line 3: '' is not the year in which the code was added")]
    [InlineData(",2015,", ",15,", "line 3: '15' is not the year in which the code was added")]
    [InlineData(",2015,", ",2015,,2014", "line 3: the code was deleted in 2014, before it was added in 2015")]
    [InlineData(",2015,", ",2015,,soon", "line 3: 'soon' is not the year in which the code was deleted")]
    [InlineData(",2015,", ",2015,,,x", "line 3: a value stands beyond the 7 columns that are known")]
    public void A_dirty_copy_of_a_row_is_refused_with_its_line_and_the_reason(string clean, string dirty, string problem)
    {
        Assert.Contains(clean, Lines[2], StringComparison.Ordinal);
        string row = Lines[2].Replace(clean, dirty, StringComparison.Ordinal);
        Assert.Equal([problem], Refusal.Of(() => Parse(Lines[0], Lines[1], row, Lines[3])));
    }

    [Fact]
    public void A_code_listed_twice_is_refused() =>
        Assert.Equal(["line 4: code '100/01' is listed twice"], Refusal.Of(() => Parse(Lines[0], Lines[1], Lines[2], Lines[2])));

    [Fact]
    public void A_file_without_its_title_or_with_other_columns_is_refused()
    {
        Assert.Contains("line 1: the first row should carry the title 'Notifiable Reported Incidents' in column 3", Refusal.Of(() => Parse(Lines[1], Lines[1])));
        Assert.Equal(["line 2: column 5 is titled 'Added', expected 'Year Added'"], Refusal.Of(() => Parse(Lines[0], Lines[1].Replace("Year Added", "Added", StringComparison.Ordinal))));
    }

    private static ReportedIncidentList Parse(params string[] lines) => ReportedIncidentList.Parse(new StringReader(string.Join("\r\n", lines)));
}
