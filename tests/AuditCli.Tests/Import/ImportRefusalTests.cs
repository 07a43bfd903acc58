using AuditCli.Tests.Support;

namespace AuditCli.Tests.Import;

/// <summary>What stops an import as a whole, and with which exit code.</summary>
public sealed class ImportRefusalTests : IDisposable
{
    private const string Header = "Incident ref,Reported at,Opening code,Qualifiers,Closed at,Closing code\n";
    private const string Row = "I1,2019-02-01 10:00:00,110,,,\n";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Where_no_server_answers_the_exit_code_is_4_and_the_address_is_named()
    {
        CliResult result = await CliRunner.RunAsync(
            [.. Arguments(), "--address", "http://127.0.0.1:1", "--token", "any"]);
        Assert.Equal((4, ""), (result.Code, result.Output));
        Assert.StartsWith("No server of this service answers at http://127.0.0.1:1/: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_json_is_told_from_that_of_grpc()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliResult result = await CliRunner.RunAsync([.. Arguments(), "--address", served.JsonUrl, "--token", served.Token]);
        Assert.Equal(4, result.Code);
        Assert.Contains("it speaks HTTP/1.1; gRPC has an address of its own", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_with_3_and_its_reason()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliResult result = await CliRunner.RunAsync([.. Arguments(), "--address", served.Address, "--token", "wrong"]);
        Assert.Equal((3, ""), (result.Code, result.Output));
        Assert.StartsWith("The server refused (CREDENTIAL_MISSING): ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ROLE_MISSING", "reader", "thames-valley")]
    [InlineData("FORCE_NOT_PERMITTED", "submitter", "kent")]
    public async Task A_token_that_does_not_do_stops_the_import_rather_than_rejecting_its_rows(string reason, string role, string force)
    {
        await using Served served = await Served.StartAsync(folder.Path);
        string token = await served.TokenAsync("--role", role, "--force", force);
        CliResult result = await CliRunner.RunAsync([.. Arguments(), "--address", served.Address, "--token", token]);
        Assert.Equal((3, ""), (result.Code, result.Output));
        Assert.StartsWith($"The server refused ({reason}): ", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("incidents.csv.rejects.csv")));

        // With the right one the same command brings everything in.
        Assert.Equal(0, (await CliRunner.RunAsync([.. Arguments(), "--address", served.Address, "--token", served.Token])).Code);
        Assert.Single(await served.IncidentsAsync());
    }

    [Fact]
    public async Task Every_column_that_is_missing_is_named_at_once()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        string csv = folder.Write("other.csv", "Incident ref,Code,Code\nI1,1,2\n");
        CliResult result = await served.ImportAsync(csv, "--map", "incidents-csv", "--force", "thames-valley");
        result.Refused("no column 'Reported at'", "no column 'Opening code'", "no column 'Closed at'");
        Assert.DoesNotContain("'Qualifiers'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_force_must_come_from_the_map_or_the_command_line_and_not_from_both()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        string csv = folder.Write("incidents.csv", Header + Row);
        (await served.ImportAsync(csv, "--map", "incidents-csv")).Refused("--force is missing");
        (await served.ImportAsync(csv, "--map", "incidents-csv", "--force", "ruritania")).Refused("'ruritania' is not a force");
        (await served.ImportAsync(csv, "--map", "data.police.uk", "--force", "kent")).Refused("--force is too much");
    }

    [Fact]
    public async Task A_file_or_map_that_is_not_there_is_bad_input()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        (await served.ImportAsync(folder.File("none.csv"), "--map", "incidents-csv", "--force", "kent")).Refused("none.csv' does not exist");
        (await served.ImportAsync(folder.File("none.csv"), "--map", "street")).Refused("'street' is neither a file nor one of crimes-csv, data.police.uk, incidents-csv");
    }

    public void Dispose() => folder.Dispose();

    private string[] Arguments() =>
        ["import", folder.Write("incidents.csv", Header + Row), "--map", "incidents-csv", "--force", "thames-valley"];
}
