using AuditServer.Commands;
using AuditServer.Security;
using CrimeAudit.Client;

namespace Acceptance.Tests.Instances;

/// <summary>Three instances of the server, each a process of its own, on one database. An engine's fixture says which.</summary>
public abstract class InstanceGroup : IAsyncLifetime
{
    /// <summary>How many instances there are.</summary>
    public const int Count = 3;

    private static readonly TimeSpan SlowTurns = TimeSpan.FromSeconds(45);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-instances-");
    private readonly List<ServerProcess> servers = [];
    private readonly List<CrimeAuditClient> clients = [];

    /// <summary>The engine's settings, the same for every instance.</summary>
    protected abstract IEnumerable<KeyValuePair<string, string>> Storage(string folderPath);

    /// <summary>Why the engine is not to be had here, and its tests are skipped; null when it is.</summary>
    public string? Missing { get; private set; }

    /// <summary>Makes ready what the engine needs before the instances start.</summary>
    /// <returns>Why the engine is not to be had here; null when it is.</returns>
    protected virtual ValueTask<string?> PrepareAsync() => ValueTask.FromResult<string?>(null);

    /// <summary>Lets go of the database once the instances have stopped.</summary>
    protected virtual ValueTask LetGoAsync() => ValueTask.CompletedTask;

    /// <summary>Starts the instances. The first one makes the database.</summary>
    public async ValueTask InitializeAsync()
    {
        Missing = await PrepareAsync();
        if (Missing is not null)
        {
            return;
        }

        servers.Add(await StartAsync());
        servers.AddRange(await Task.WhenAll(Enumerable.Range(1, Count - 1).Select(_ => StartAsync())));
        string token = DevelopmentTokens.FromKeyFile(KeyFile, TimeProvider.System)
            .Issue(new DevelopmentToken("a-force", ["submitter", "reader"], ["kent"]));
        // Clients that ask once: what an instance does is seen, and not what asking again makes of it.
        clients.AddRange(servers.Select(s => CrimeAuditClient.Connect(new CrimeAuditClientOptions
        {
            Address = s.Address,
            TokenProvider = CrimeAuditClientOptions.StaticToken(token),
            MaxAttempts = 1,
            // An engine that is slow a statement makes a caller wait for the turns of the others; being shut out lasts for ever.
            Deadlines = { ["SubmitIncident"] = SlowTurns, ["GetIncident"] = SlowTurns, ["GetAccountedForRate"] = SlowTurns },
        })));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (CrimeAuditClient client in clients)
        {
            await client.DisposeAsync();
        }

        foreach (ServerProcess server in servers)
        {
            await server.DisposeAsync();
        }

        try
        {
            await RequireRebuiltAsync();
        }
        finally
        {
            await LetGoAsync();
            folder.Delete(recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The force's client of an instance.</summary>
    public CrimeAuditClient Client(int instance) => clients[instance];

    /// <summary>Ends an instance at once.</summary>
    public Task KillAsync(int instance) => servers[instance].KillAsync();

    /// <summary>Whatever the instances did side by side, what is derived must be what the log makes it.</summary>
    private async Task RequireRebuiltAsync()
    {
        if (servers.Count == 0)
        {
            return;
        }

        var error = new StringWriter();
        var output = new StringWriter();
        string[] settings = [.. Storage(folder.FullName).Select(s => $"--{s.Key}={s.Value}")];
        int code = await ServerCommandLine.RunAsync(["rebuild", "--quiet", .. settings], output, error, TestContext.Current.CancellationToken);
        Assert.True(code == 0, $"What is derived is not what the log makes it. {error}{output}");
    }

    private string KeyFile => Path.Combine(folder.FullName, "development-key");

    private Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(
        [
            new("CrimeAudit:Hosting:GrpcUrl", "http://127.0.0.1:0"),
            new("CrimeAudit:Hosting:JsonUrl", "http://127.0.0.1:0"),
            new("CrimeAudit:Security:DevelopmentKeyFile", KeyFile),
            new("CrimeAudit:Ledger:KeyFile", KeyFile + ".ledger"),
            new("Logging:LogLevel:Default", "Warning"),
            new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
            .. Storage(folder.FullName),
        ],
        TestContext.Current.CancellationToken);
}
