using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Tests.Support;

/// <summary><c>crimeaudit serve</c> in this process, on free ports and a database of its own, and what a user has of it: addresses and tokens.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly CancellationTokenSource ctrlC = new();
    private readonly SignalWriter output = new("Ctrl-C stops.");
    private readonly StringWriter error = new();
    private readonly Task<int> serving;
    private CrimeAuditClient? client;

    private Served(string folder) => serving = CommandLine.RunAsync(
        [
            "serve", "--data", Path.Combine(folder, "served.db"), "--grpc", "http://127.0.0.1:0", "--json-url", "http://127.0.0.1:0",
            "--", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None",
        ],
        () => Stream.Null,
        output,
        error,
        ctrlC.Token);

    public string Address => Line("gRPC");

    public string JsonUrl => Line("JSON");

    /// <summary>A token to submit and read Thames Valley with.</summary>
    public string Token { get; private set; } = "";

    public string Output => output.ToString();

    public CrimeAuditClient Client => client ??= CrimeAuditClient.Connect(Address, Token);

    public static async Task<Served> StartAsync(string folder)
    {
        Served served = new(folder);
        if (await Task.WhenAny(served.output.Come, served.serving) == served.serving)
        {
            throw new InvalidOperationException($"serve ended with {await served.serving}: {served.error}");
        }

        served.Token = await served.TokenAsync("--role", "submitter", "--role", "reader", "--force", "thames-valley");
        return served;
    }

    public async Task<string> TokenAsync(params string[] arguments)
    {
        CliResult result = await CliRunner.RunAsync(["token", "--json-url", JsonUrl, .. arguments]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return result.Output.Trim();
    }

    public Task<CliResult> ImportAsync(string csv, params string[] arguments) =>
        CliRunner.RunAsync(["import", csv, "--address", Address, "--token", Token, .. arguments]);

    /// <summary>Every incident of Thames Valley with its place in the log: what must be the same whichever way it came in.</summary>
    public async Task<IReadOnlyList<IncidentSummary>> IncidentsAsync() =>
        await Client.Incidents.ListAsync(
            new ListIncidentsRequest { Force = "thames-valley", PageSize = 1000 }, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    public async Task<GetAccountedForRateResponse> RateAsync() =>
        await Client.Rates.GetAccountedForAsync("thames-valley", cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Presses Ctrl-C.</summary>
    public async Task<int> StopAsync()
    {
        await ctrlC.CancelAsync();
        return await serving;
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await StopAsync();
        ctrlC.Dispose();
        await output.DisposeAsync();
        await error.DisposeAsync();
    }

    private string Line(string name) => output.ToString().ReplaceLineEndings("\n").Split('\n').First(line => line.StartsWith(name + " ", StringComparison.Ordinal))[6..];
}
