using System.Text;
using AuditCli.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Tests.Import;

/// <summary>Rows that do not get in are kept with their reasons; all others do.</summary>
public sealed class DirtyFileTests : IDisposable
{
    private const string Map =
        """
        {
          "force": { "column": "Force", "values": { "TVP": "thames-valley" } },
          "sourceSystem": "storm",
          "identity": { "columns": ["Ref"] },
          "updates": [
            {
              "change": "opened",
              "at": { "column": "Reported", "format": "yyyy-MM-dd HH:mm", "precision": "instant", "zone": "Europe/London" },
              "openingCode": { "column": "Code" },
              "qualifiers": { "column": "Qualifiers", "split": ";", "ifBlank": "empty" }
            }
          ]
        }
        """;

    private static readonly string TooLong = new('x', 65);

    private static readonly string Dirty =
        $"""
        Ref,Force,Reported,Code,Qualifiers
        A1,TVP,2019-02-01 10:00,110,domestic-abuse; vulnerable
        A2,TVP,2019-02-30 10:00,110,
        A3,Thames Valley Police,2019-02-01 10:00,"1
        10",
        A4,Ruritania,01/02/2019,110,
        A5,TVP,2019-02-01 10:00
        A6,thames valley,2019-02-01 10:00,{TooLong},
        A7,TVP,2019-02-01 10:00,110,Domestic Abuse;ok
        ,TVP,2019-02-01 10:00,110,"a ""quoted"" word"
        A9,TVP,2019-02-01 10:00,110,
        A10,TVP,2019-03-31 01:30,110,
        A11,TVP,2019-10-27 01:30,110,
        A12,TVP,2019-02-01 10:00,11"0,
        A13,TVP,2019-02-01 10:00,110,ok

        """.ReplaceLineEndings("\n");

    private static readonly string Expected =
        $"""""
        line,reasons,row
        3,"column 'Reported': '2019-02-30 10:00' is not a time of the form yyyy-MM-dd HH:mm","A2,TVP,2019-02-30 10:00,110,"
        4,"opened refused by the server (INVALID_FIELDS): opened.opening_code holds a control character","A3,Thames Valley Police,2019-02-01 10:00,""1
        10"","
        6,"column 'Force': 'Ruritania' is not a force of England and Wales; column 'Reported': '01/02/2019' is not a time of the form yyyy-MM-dd HH:mm","A4,Ruritania,01/02/2019,110,"
        7,"has 3 cells; the header has 5","A5,TVP,2019-02-01 10:00"
        8,"opened refused by the server (INVALID_FIELDS): opened.opening_code has 65 characters; 0 to 64 are allowed","A6,thames valley,2019-02-01 10:00,{TooLong},"
        9,"opened refused by the server (INVALID_FIELDS): opened.qualifiers[0] needs 1 to 40 lower case letters, digits or hyphens","A7,TVP,2019-02-01 10:00,110,Domestic Abuse;ok"
        10,"column 'Ref' is blank",",TVP,2019-02-01 10:00,110,""a """"quoted"""" word"""
        12,"column 'Reported': '2019-03-31 01:30' never was in Europe/London, the clocks went forward over it","A10,TVP,2019-03-31 01:30,110,"
        13,"column 'Reported': '2019-10-27 01:30' was twice in Europe/London, the clocks went back over it; the map's ""ambiguous"" can say which is meant","A11,TVP,2019-10-27 01:30,110,"
        14,"a quote stands where none may: quote the whole cell, and double the quotes inside it","A12,TVP,2019-02-01 10:00,11""0,"

        """"".ReplaceLineEndings("\n");

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Every_bad_row_is_in_the_reject_file_with_its_line_and_reasons_and_every_good_one_on_the_server()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliResult result = await served.ImportAsync(folder.Write("dirty.csv", Dirty), "--map", folder.Write("map.json", Map));

        Assert.Equal((5, ""), (result.Code, result.Error));
        Assert.Equal(Expected, await Rejects());
        Assert.Equal(["A1", "A9", "A13"], (await served.IncidentsAsync()).Select(incident => incident.Key.Ref));
        GetIncidentResponse first = await served.Client.Incidents.GetAsync("thames-valley", "storm", "A1", TestContext.Current.CancellationToken);
        Assert.Equal(["domestic-abuse", "vulnerable"], first.Incident.Qualifiers);
    }

    [Fact]
    public async Task A_run_that_finds_all_there_still_says_that_rows_were_rejected_and_again_writes_the_same_file()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        string csv = folder.Write("dirty.csv", Dirty);
        string map = folder.Write("map.json", Map);
        await served.ImportAsync(csv, "--map", map);
        Assert.Equal(5, (await served.ImportAsync(csv, "--map", map)).Code);
        Assert.Equal(Expected, await Rejects());
        Assert.Equal(5, (await served.ImportAsync(csv, "--map", map, "--again")).Code);
        Assert.Equal(Expected, await Rejects());
        Assert.Equal(3, (await served.RateAsync()).AsOf.TreeSize);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(5, 4)]
    [InlineData(11, 9)]
    public async Task What_was_written_beyond_the_progress_kept_is_neither_doubled_nor_lost(int settledRows, int rejectedRows)
    {
        await using Served served = await Served.StartAsync(folder.Path);
        string csv = folder.Write("dirty.csv", Dirty);
        string map = folder.Write("map.json", Map);
        await served.ImportAsync(csv, "--map", map);

        // As after a power cut: rejects up to the last row are there, the progress kept is an older one.
        string[] starts = ["3,", "4,", "6,", "7,", "8,", "9,", "10,", "12,", "13,", "14,"];
        int settledLength = rejectedRows == starts.Length ? Expected.Length : Expected.IndexOf("\n" + starts[rejectedRows], StringComparison.Ordinal) + 1;
        folder.Write("dirty.csv.progress.json", (await Progress())
            .Replace("\"rows\": 13", $"\"rows\": {settledRows}", StringComparison.Ordinal)
            .Replace("\"rejectedRows\": 10", $"\"rejectedRows\": {rejectedRows}", StringComparison.Ordinal)
            .Replace($"\"rejectsLength\": {Encoding.UTF8.GetByteCount(Expected)}", $"\"rejectsLength\": {settledLength}", StringComparison.Ordinal)
            .Replace("\"complete\": true", "\"complete\": false", StringComparison.Ordinal));

        CliResult rest = await served.ImportAsync(csv, "--map", map, "--json");
        Assert.Equal(5, rest.Code);
        Assert.Equal(settledRows, CliRunner.Json(rest.Output).GetProperty("rowsSettledEarlier").GetInt32());
        Assert.Equal(10, CliRunner.Json(rest.Output).GetProperty("rowsRejected").GetInt32());
        Assert.Equal(Expected, await Rejects());
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_not_taken_for_rejects()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        string mine = folder.Write("mine.csv", "dear diary\n");
        CliResult result = await served.ImportAsync(folder.Write("dirty.csv", Dirty), "--map", folder.Write("map.json", Map), "--rejects", mine);
        result.Refused("exists and is not a reject file");
        Assert.Equal("dear diary\n", await File.ReadAllTextAsync(mine, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_rejects_the_rest_of_the_file_as_one_row()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        string csv = folder.Write("dirty.csv", "Ref,Force,Reported,Code,Qualifiers\nB1,TVP,2019-02-01 10:00,110,\nB2,TVP,2019-02-01 10:00,\"110,\nB3,TVP");
        Assert.Equal(5, (await served.ImportAsync(csv, "--map", folder.Write("map.json", Map))).Code);
        Assert.Contains("3,\"a quote is never closed: the row runs to the end of the file; has 4 cells; the header has 5\"", await Rejects(), StringComparison.Ordinal);
        Assert.Single(await served.IncidentsAsync());
    }

    public void Dispose() => folder.Dispose();

    private Task<string> Rejects() => File.ReadAllTextAsync(folder.File("dirty.csv.rejects.csv"), TestContext.Current.CancellationToken);

    private Task<string> Progress() => File.ReadAllTextAsync(folder.File("dirty.csv.progress.json"), TestContext.Current.CancellationToken);
}
