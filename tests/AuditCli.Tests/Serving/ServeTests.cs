using AuditCli.Tests.Support;

namespace AuditCli.Tests.Serving;

public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task It_starts_out_of_the_box_says_how_to_get_a_token_and_ctrl_c_ends_it_with_0()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        Assert.Contains($"crimeaudit token --role submitter --force thames-valley --json-url {served.JsonUrl}", served.Output, StringComparison.Ordinal);
        Assert.Equal(0, await served.StopAsync());
    }

    [Fact]
    public async Task A_token_survives_a_restart_on_the_same_database()
    {
        string token;
        await using (Served first = await Served.StartAsync(folder.Path))
        {
            token = first.Token;
        }

        await using Served again = await Served.StartAsync(folder.Path);
        string csv = folder.Write("empty.csv", "Incident ref,Reported at,Opening code,Qualifiers,Closed at,Closing code\n");
        CliResult result = await CliRunner.RunAsync(
            ["import", csv, "--map", "incidents-csv", "--force", "thames-valley", "--address", again.Address, "--token", token]);
        Assert.Equal((0, ""), (result.Code, result.Error));
    }

    [Fact]
    public async Task Without_loopback_and_without_an_issuer_it_does_not_start()
    {
        CliResult result = await CliRunner.RunAsync(["serve", "--data", folder.File("x.db"), "--grpc", "http://*:0", "--json-url", "http://*:0"]);
        result.Refused("Authentication:Schemes:Bearer");
    }

    [Fact]
    public async Task A_token_with_an_unknown_role_is_refused_with_every_wrong_field()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliResult result = await CliRunner.RunAsync(["token", "--json-url", served.JsonUrl, "--role", "chief", "--lifetime", "900d"]);
        Assert.Equal((3, ""), (result.Code, result.Output));
        Assert.Contains("'chief' is none of submitter", result.Error, StringComparison.Ordinal);
        Assert.Contains("lifetime", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("h")]
    [InlineData("-1h")]
    [InlineData("1.5h")]
    [InlineData("99999999999h")]
    public async Task A_lifetime_is_a_whole_number_and_a_unit(string lifetime) =>
        (await CliRunner.RunAsync(["token", "--role", "lead", "--lifetime=" + lifetime])).Refused($"--lifetime: '{lifetime}'");

    [Fact]
    public async Task Where_no_server_is_the_exit_code_is_4()
    {
        CliResult result = await CliRunner.RunAsync(["token", "--role", "lead", "--json-url", "http://127.0.0.1:1"]);
        Assert.Equal((4, ""), (result.Code, result.Output));
        Assert.StartsWith("http://127.0.0.1:1/ cannot be reached: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("token")]
    [InlineData("import")]
    [InlineData("draw")]
    [InlineData("calc unrecorded")]
    [InlineData("watch incidents")]
    public async Task Help_teaches_with_an_example(string verb)
    {
        CliResult result = await CliRunner.RunAsync([.. verb.Split(' '), "--help"]);
        Assert.Equal(0, result.Code);
        Assert.Matches($@"Examples?:\s+(crimeaudit|export \S+=\$\(crimeaudit) {verb}", result.Output);
    }

    [Fact]
    public async Task Help_of_the_whole_names_every_exit_code()
    {
        CliResult result = await CliRunner.RunAsync(["--help"]);
        Assert.All(Enumerable.Range(0, 6), code => Assert.Contains($"\n  {code}  ", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();
}
