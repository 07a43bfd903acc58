using System.Text;
using AuditCli.Import.Maps;
using AuditCli.Import.Rows;
using CrimeAudit.V1;

namespace AuditCli.Tests.Import;

/// <summary>From cells to updates, without a server.</summary>
public sealed class RowMappingTests : IDisposable
{
    private readonly Support.TemporaryFolder folder = new();

    [Theory]
    [InlineData("earlier", "2019-10-27T00:30:00Z")]
    [InlineData("later", "2019-10-27T01:30:00Z")]
    public void A_local_time_that_was_twice_is_what_the_map_says(string ambiguous, string instant)
    {
        string at = $$"""{ "column": "At", "format": "yyyy-MM-dd HH:mm", "precision": "instant", "zone": "Europe/London", "ambiguous": "{{ambiguous}}" }""";
        Assert.Equal(instant, Instant(at, "2019-10-27 01:30"));
    }

    [Theory]
    [InlineData("yyyy-MM-ddTHH:mm:sszzz", "2019-07-01T10:00:00+02:00", "2019-07-01T08:00:00Z")]
    [InlineData("yyyy-MM-ddTHH:mm:ssK", "2019-07-01T10:00:00Z", "2019-07-01T10:00:00Z")]
    public void An_offset_in_the_cell_counts(string format, string cell, string instant) =>
        Assert.Equal(instant, Instant($$"""{ "column": "At", "format": "{{format}}", "precision": "instant", "zone": "offset" }""", cell));

    [Fact]
    public void A_cell_that_should_have_an_offset_and_has_none_is_never_taken_for_this_machines_zone() =>
        Assert.Equal(
            ["column 'At': '2019-07-01T10:00:00' is not a time of the form yyyy-MM-ddTHH:mm:ssK"],
            Map("""{ "column": "At", "format": "yyyy-MM-ddTHH:mm:ssK", "precision": "instant", "zone": "offset" }""", "2019-07-01T10:00:00").Problems);

    [Fact]
    public void A_day_is_that_of_London()
    {
        IncidentUpdate update = Map("""{ "column": "At", "format": "dd/MM/yyyy", "precision": "day" }""", "01/07/2019").Update!;
        Assert.Equal((TimePrecision.Day, "2019-06-30T23:00:00Z"), (update.EventTime.Precision, Text(update)));
    }

    [Fact]
    public void Identical_rows_are_separate_incidents_numbered_in_the_order_of_the_file()
    {
        RowHashes hashes = new();
        string[] ids = [.. new[] { "a,b", "a,c", "a,b" }.Select(row => hashes.Next(Encoding.UTF8.GetBytes(row)))];
        Assert.Equal(["1eb7c54d52831bbfe8942af0b1c56b74-1", "1eb7c54d52831bbfe8942af0b1c56b74-2"], [ids[0], ids[2]]);
        Assert.EndsWith("-1", ids[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_an_identity_are_kept_apart()
    {
        RowProblems problems = new();
        IdentityMap identity = new("s", [(0, "A"), (1, "B")]);
        string[] references = [.. Rows("A,B\na/b,c\na,b/c\na%2Fb,c\n", ["A", "B"], row => identity.Reference(row, problems))];
        Assert.Equal(["a%2Fb/c", "a/b%2Fc", "a%252Fb/c"], references);
        Assert.False(problems.Any);
    }

    public void Dispose() => folder.Dispose();

    private string Instant(string at, string cell) => Text(Map(at, cell).Update!);

    private static string Text(IncidentUpdate update) =>
        update.EventTime.Time.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private (IncidentUpdate? Update, IReadOnlyList<string> Problems) Map(string at, string cell)
    {
        ImportMap map = MapReader.Read(
            $$"""{ "force": "kent", "sourceSystem": "s", "identity": "row-hash", "updates": [{ "change": "reopened", "at": {{at}} }] }""", "test");
        using SourceFile source = SourceFile.Open(folder.Write("one.csv", $"At\n{cell}\n"));
        using SourceRows rows = new(source, map);
        RowMapper mapper = new(map, map.Force!);
        Assert.True(rows.Read());
        mapper.Map(rows);
        return (mapper.Updates is [{ } update] ? update : null, mapper.Problems.Found);
    }

    private static IEnumerable<string> Rows(string csv, string[] columns, Func<Row, string> read)
    {
        using CsvHelper.CsvReader reader = CsvHelper.CsvReader.Create(Encoding.UTF8.GetBytes(csv));
        Row row = new(reader, [.. columns.Select((_, index) => index)]);
        while (reader.Read())
        {
            row.Next("");
            yield return read(row);
        }
    }
}
