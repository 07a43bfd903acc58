using Acceptance.Tests.Support;
using AuditServer.Commands;
using AuditServer.Security;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Instances;

/// <summary>Instances of the server, each a process of its own, on one database. An engine's fixture says which.</summary>
public abstract class InstanceGroup : IAsyncLifetime
{
    /// <summary>How many instances there are, unless a test wants another number.</summary>
    public const int Count = 3;

    private static readonly TimeSpan SlowTurns = TimeSpan.FromSeconds(45);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-instances-");
    private readonly List<ServerProcess> servers = [];
    private readonly List<CrimeAuditClient> clients = [];
    private string verifierKey = "";

    /// <summary>How many instances there are.</summary>
    public int Instances { get; init; } = Count;

    /// <summary>Settings for tests that need others than the defaults.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

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
        servers.AddRange(await Task.WhenAll(Enumerable.Range(1, Instances - 1).Select(_ => StartAsync())));
        string token = TokenOf("a-force", "submitter reader", "kent");
        // Clients that ask once: what an instance does is seen, and not what asking again makes of it.
        clients.AddRange(servers.Select(s => CrimeAuditClient.Connect(new CrimeAuditClientOptions
        {
            Address = s.Address,
            TokenProvider = CrimeAuditClientOptions.StaticToken(token),
            MaxAttempts = 1,
            // An engine that is slow a statement makes a caller wait for the turns of the others; being shut out lasts for ever.
            Deadlines = { ["SubmitIncident"] = SlowTurns, ["GetIncident"] = SlowTurns, ["GetAccountedForRate"] = SlowTurns },
        })));
        verifierKey = Assert.Single((await clients[0].Ledger.GetCheckpointAsync(TestContext.Current.CancellationToken)).VerifierKeys);
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
            await RequireWholeAsync();
        }
        finally
        {
            await LetGoAsync();
            folder.Delete(recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The force's client of an instance, which asks once.</summary>
    public CrimeAuditClient Client(int instance) => clients[instance];

    /// <summary>A client of an instance as users have it, which asks again by itself. It goes with whoever asked for it.</summary>
    public CrimeAuditClient NewClient(int instance, string roles, params string[] forces)
    {
        var options = new CrimeAuditClientOptions
        {
            Address = servers[instance].Address,
            TokenProvider = CrimeAuditClientOptions.StaticToken(TokenOf($"a-{roles}", roles, forces)),
        };
        options.WaitUpTo(SlowTurns);
        return CrimeAuditClient.Connect(options);
    }

    /// <summary>The credential of somebody in a role, or several parted by a space.</summary>
    public string TokenOf(string subject, string roles, params string[] forces) =>
        DevelopmentTokens.FromKeyFile(KeyFile, TimeProvider.System).Issue(new DevelopmentToken(subject, roles.Split(' '), forces));

    /// <summary>The key that the log is signed with, had before anything was done to it.</summary>
    public string VerifierKey => verifierKey;

    /// <summary>An instance's process.</summary>
    internal ServerProcess Server(int instance) => servers[instance];

    /// <summary>Ends an instance at once.</summary>
    public Task KillAsync(int instance) => servers[instance].KillAsync();

    /// <summary>Starts an instance that was ended again, where its clients look for it.</summary>
    public async Task StartAgainAsync(int instance)
    {
        ServerProcess ended = servers[instance];
        servers[instance] = await StartAsync(ended.Address, TestContext.Current.CancellationToken);
        await ended.DisposeAsync();
    }

    /// <summary>Starts an instance that was ended again, and ends it at once when so much time has passed, whatever it is at.</summary>
    public async Task StartInVainAsync(int instance, TimeSpan life)
    {
        using var over = new CancellationTokenSource(life);
        try
        {
            await using ServerProcess started = await StartAsync(servers[instance].Address, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Killed before it listened, as it was to be.
        }
    }

    /// <summary>Runs a verb of the server program on the database.</summary>
    public async Task<VerbResult> VerbAsync(params IEnumerable<string> arguments)
    {
        var error = new StringWriter();
        var output = new StringWriter();
        string[] settings = [.. Storage(folder.FullName).Select(s => $"--{s.Key}={s.Value}")];
        int code = await ServerCommandLine.RunAsync([.. arguments, .. settings], output, error, TestContext.Current.CancellationToken);
        return new VerbResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Path of a file that goes with the group.</summary>
    public string FileOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>
    /// Whatever was done to the instances, the log must be what was appended to it, from its first entry to its last, and what is
    /// derived what the log makes it.
    /// </summary>
    private async Task RequireWholeAsync()
    {
        if (servers.Count == 0)
        {
            return;
        }

        VerbResult log = await VerbAsync("fsck", "--quiet", "--key", verifierKey);
        Assert.True(log.Code == 0, $"The log is not what was appended. {log.Error}{log.Output}");
        VerbResult rebuilt = await VerbAsync("rebuild", "--quiet");
        Assert.True(rebuilt.Code == 0, $"What is derived is not what the log makes it. {rebuilt.Error}{rebuilt.Output}");
    }

    private string KeyFile => FileOf("development-key");

    private Task<ServerProcess> StartAsync() => StartAsync(FreeAddresses.Next(), TestContext.Current.CancellationToken);

    private Task<ServerProcess> StartAsync(Uri address, CancellationToken cancel) => ServerProcess.StartAsync(
        [
            new("CrimeAudit:Hosting:GrpcUrl", address.ToString()),
            new("CrimeAudit:Hosting:JsonUrl", "http://127.0.0.1:0"),
            new("CrimeAudit:Security:DevelopmentKeyFile", KeyFile),
            new("CrimeAudit:Ledger:KeyFile", KeyFile + ".ledger"),
            new("Logging:LogLevel:Default", "Warning"),
            new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
            .. Settings,
            .. Storage(folder.FullName),
        ],
        cancel);
}
