using System.Net;
using System.Net.Sockets;
using AuditServer.Tests.Moving;

namespace AuditServer.Tests.Commands;

public sealed class VerbProcessTests(ExportedLog log) : IClassFixture<ExportedLog>, IDisposable
{
    private const string Noon = "2019-06-03T12:00:00Z";

    private const string Backwards = """{"force": "kent", "fromMonth": "2019-02", "toMonth": "2019-01"}""";

    private readonly Databases databases = new();

    private string Folder => databases.PathOf("");

    public void Dispose() => databases.Dispose();

    [Fact]
    public async Task A_log_is_imported_and_exported_by_the_program()
    {
        databases.Write("log.jsonl", log.Text);
        ProcessResult import = await RunAsync("import", "log.jsonl", "--CrimeAudit:Storage:Path=new.db");
        Assert.Equal((0, ""), (import.Code, import.Output));
        Assert.Matches($"^Imported {ExportedLog.Size} entries; size {ExportedLog.Size}, root [A-Za-z0-9+/]{{43}}=$", import.Error.TrimEnd().Split(Environment.NewLine)[^1]);

        ProcessResult export = await RunAsync("export", "again.jsonl", "--quiet", "--CrimeAudit:Storage:Path", "new.db");
        Assert.Equal(new ProcessResult(0, "", ""), export);
        Assert.Equal(log.Text, await File.ReadAllTextAsync(databases.PathOf("again.jsonl"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_log_is_rebuilt_by_the_program_and_one_that_is_not_there_is_not_made()
    {
        databases.Write("log.jsonl", log.Text);
        await RunAsync("import", "log.jsonl", "--CrimeAudit:Storage:Path=new.db");
        ProcessResult rebuilt = await RunAsync("rebuild", "--CrimeAudit:Storage:Path=new.db");
        Assert.Equal((0, ""), (rebuilt.Code, rebuilt.Output));
        Assert.Matches(
            $"^Rebuilt {ExportedLog.Size} entries; size {ExportedLog.Size}, root [A-Za-z0-9+/]{{43}}=; every derived table is what the log makes it$",
            rebuilt.Error.TrimEnd().Split(Environment.NewLine)[^1]);

        Assert.Equal(78, (await RunAsync("rebuild", "--CrimeAudit:Storage:Path=nowhere.db")).Code);
        Assert.False(File.Exists(databases.PathOf("nowhere.db")));
    }

    [Fact]
    public async Task An_export_of_a_database_that_is_not_there_makes_none()
    {
        ProcessResult result = await RunAsync("export", "log.jsonl", "--CrimeAudit:Storage:Path=nowhere.db");
        Assert.Equal(78, result.Code);
        Assert.Contains("There is no log in the database", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    [Fact]
    public async Task A_server_whose_address_is_taken_names_the_setting_and_ends_with_78()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        ProcessResult result = await RunAsync(
            "--environment=Development", "--CrimeAudit:Hosting:JsonUrl=http://127.0.0.1:0", "--Logging:LogLevel:Default=None",
            $"--CrimeAudit:Hosting:GrpcUrl=http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        Assert.Equal(78, result.Code);
        Assert.Contains("CrimeAudit:Hosting:GrpcUrl", Assert.Single(result.Error.TrimEnd().Split(Environment.NewLine)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Required argument missing", "export")]
    [InlineData("--quite", "export", "log.jsonl", "--quite")]
    [InlineData("more.jsonl", "import", "log.jsonl", "more.jsonl")]
    [InlineData("exprot", "exprot", "log.jsonl")]
    [InlineData("there is no file", "import", "not-there.jsonl")]
    [InlineData("there is no folder", "export", "no/such/folder/log.jsonl")]
    [InlineData("is a folder", "export", ".")]
    [InlineData("belong together", "rebuild", "--at", Noon)]
    [InlineData("belong together", "rebuild", "--rate", "{}")]
    [InlineData("belong together", "rebuild", "--at", Noon, "--rate", "{}", "--overdue", "{}")]
    [InlineData("--at: ", "rebuild", "--at", "noon", "--overdue", "{}")]
    [InlineData("--rate: ", "rebuild", "--at", Noon, "--rate", "{\"forse\": \"kent\"}")]
    [InlineData("--rate: there is no force ''", "rebuild", "--at", Noon, "--rate", "{}")]
    [InlineData("--rate: to_month is before from_month", "rebuild", "--at", Noon, "--rate", Backwards)]
    [InlineData("--overdue: there is no force 'rent'", "rebuild", "--at", Noon, "--overdue", "{\"force\": \"rent\"}")]
    [InlineData("--overdue: page_size ", "rebuild", "--at", Noon, "--overdue", "{\"pageSize\": 1001}")]
    [InlineData("'export' must come first", "--CrimeAudit:Storage:Path=some.db", "export", "log.jsonl")]
    public async Task A_wrong_argument_is_named_and_ends_with_2(string told, params string[] arguments)
    {
        ProcessResult result = await RunAsync(arguments);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    [Fact]
    public async Task A_refused_configuration_ends_with_78()
    {
        ProcessResult result = await RunAsync("export", "log.jsonl", "--CrimeAudit:Storage:Provider=Stone");
        Assert.Equal(78, result.Code);
        Assert.Contains("CrimeAudit:Storage:Provider", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Exit codes:", "--help")]
    [InlineData("AuditServer export crimeaudit.jsonl", "export", "--help")]
    [InlineData("AuditServer import crimeaudit.jsonl", "import", "--help")]
    [InlineData("AuditServer migrate --print", "migrate", "--help")]
    [InlineData("AuditServer rebuild --to 1000", "rebuild", "--help")]
    public async Task Help_explains_with_examples(string told, params string[] arguments)
    {
        ProcessResult result = await RunAsync(arguments);
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains(told, result.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
    }

    private Task<ProcessResult> RunAsync(params string[] arguments) => ServerProcess.RunAsync(Folder, arguments);
}
