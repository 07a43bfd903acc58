using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class RecordedCrimeFileTests
{
    private const string Header = "12 months ending,PFA,Region,Offence,Rolling year total number of offences";

    [Fact]
    public void The_shipped_table_is_read_to_its_last_row()
    {
        RecordedCrimeFile file = RecordedCrimeFile.Parse(new StringReader(ShippedFile.Text(ShippedFile.RecordedCrime)));
        Assert.Equal(45322, file.Rows.Count);
        Assert.Equal(new VolumeRow("wiltshire", new(2018, 12, 31), "Violence without injury", 5840, 46470), file.Rows[^1]);
        Assert.Equal(
            new Dictionary<string, int> { ["Action Fraud"] = 31, ["British Transport Police"] = 1054, ["CIFAS"] = 31, ["UK Finance"] = 31 }, file.LeftOut);
    }

    [Fact]
    public void The_30th_of_December_is_read_as_the_31st() =>
        Assert.Equal(new(2017, 12, 31), Assert.Single(Read("30-12-2017,Kent,South East,Homicide,1")).PeriodEnd);

    [Theory]
    [InlineData("31-13-2017,Kent,South East,Homicide,1", "line 2: '31-13-2017' is not a date of the form dd-MM-yyyy")]
    [InlineData("2017-12-31,Kent,South East,Homicide,1", "line 2: '2017-12-31' is not a date of the form dd-MM-yyyy")]
    [InlineData("31-12-2017,Atlantis,Sea,Homicide,1", "line 2: police force area 'Atlantis' is not known")]
    [InlineData("31-12-2017,Kent,South East,Homicide,1.5", "line 2: '1.5' is not a whole number")]
    [InlineData("31-12-2017,Kent,South East,Homicide,", "line 2: '' is not a whole number")]
    [InlineData("31-12-2017,Kent,South East,Homicide,1,2", "line 2: 6 columns instead of 5")]
    [InlineData("31-12-2017,Kent,South East,Homi\"cide,1", "line 2: a quote stands where it opens or closes no field")]
    public void A_dirty_row_is_refused_with_its_line_and_the_reason(string row, string problem) =>
        Assert.Equal([problem], Refusal.Of(() => Read(row)));

    [Fact]
    public void All_dirty_rows_are_told_at_once() =>
        Assert.Equal(
            ["line 2: 'x' is not a whole number", "line 4: police force area '' is not known"],
            Refusal.Of(() => Read("31-12-2017,Kent,South East,Homicide,x\n31-12-2017,Kent,South East,Homicide,1\n31-12-2017,,South East,Homicide,1")));

    [Fact]
    public void A_file_with_other_columns_is_refused() =>
        Assert.Equal(
            ["line 1: column 2 is titled 'Force', expected 'PFA'"],
            Refusal.Of(() => RecordedCrimeFile.Parse(new StringReader(Header.Replace("PFA", "Force", StringComparison.Ordinal)))));

    private static IReadOnlyList<VolumeRow> Read(string rows) => RecordedCrimeFile.Parse(new StringReader(Header + "\n" + rows)).Rows;
}
