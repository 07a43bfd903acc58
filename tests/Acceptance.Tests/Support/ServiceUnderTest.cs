using System.Collections.Concurrent;
using System.Data.Common;
using Acceptance.Tests.Failures;
using AuditServer.Checking;
using AuditServer.Commands;
using AuditServer.Hosting;
using AuditServer.Security;
using AuditServer.Sequencing;
using AuditServer.Storage;
using AuditServer.Storage.Sqlite;
using CrimeAudit.Client;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Acceptance.Tests.Support;

/// <summary>
/// The whole service as its users have it: the real server on ports of this machine, the client library, a clock of the
/// test's. What differs between engines is told by the derived fixture.
/// </summary>
public abstract class ServiceUnderTest : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-acceptance-");
    private readonly ConcurrentDictionary<string, Lazy<CrimeAuditClient>> clients = new();
    private WebApplication? app;
    private bool started;

    /// <summary>Name of the storage engine.</summary>
    public abstract string Engine { get; }

    /// <summary>The server's clock. Credentials are issued by it too.</summary>
    public FakeTimeProvider Clock { get; } = new(Moments.Now);

    /// <summary>Settings for tests that need others than the defaults; they go before the engine's.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>How often a client asks at most.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>What is to go wrong with the engine's connections; null: they are the engine's own.</summary>
    internal FaultScript? Faults { get; init; }

    /// <summary>Where salts come from; null: from the operating system.</summary>
    internal ISaltSource? Salts { get; init; }

    /// <summary>What the service looks at again of its own log; null: it is chosen at random.</summary>
    internal IRandomPlaces? Places { get; init; }

    /// <summary>Where the server logs; null: nowhere.</summary>
    internal ILoggerProvider? Log { get; init; }

    /// <summary>What the engine's driver throws.</summary>
    internal abstract EngineFailures Failures { get; }

    /// <summary>The engine's own connections.</summary>
    internal abstract IConnections Connections { get; }

    /// <summary>How the database is reached past the service.</summary>
    protected abstract string ConnectionString { get; }

    /// <summary>The journal of the migrations.</summary>
    public abstract string Journal { get; }

    /// <summary>The SQL of a line feed.</summary>
    public abstract string LineFeed { get; }

    /// <summary>A table of the service as the engine's SQL names it.</summary>
    public abstract string Table(string name);

    /// <summary>The engine's settings; what it keeps survives a restart and goes with the folder.</summary>
    protected abstract IEnumerable<KeyValuePair<string, string?>> Storage(string folderPath);

    /// <summary>Why the engine is not to be had here, and its tests are skipped; null when it is.</summary>
    public string? Missing { get; private set; }

    /// <summary>
    /// The test damages the database by hand. Otherwise all that is derived is made anew of the log when the service goes,
    /// whatever the tests did with it, and must be what was there; and the log itself is checked from its first entry to its last.
    /// </summary>
    public bool IsDamaged { get; set; }

    /// <summary>Verifier keys that signed checkpoints and are not among the settings any more.</summary>
    public IReadOnlyList<string> FormerKeys { get; set; } = [];

    /// <summary>Makes ready what the engine needs before the server starts.</summary>
    /// <returns>Why the engine is not to be had here; null when it is.</returns>
    protected virtual ValueTask<string?> PrepareAsync() => ValueTask.FromResult<string?>(null);

    /// <summary>Lets go of what the engine still holds once the server has stopped.</summary>
    protected virtual ValueTask LetGoAsync() => ValueTask.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        Missing = await PrepareAsync();
        if (Missing is null)
        {
            await StartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
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

    /// <summary>Stops the server and starts another one on the same database.</summary>
    public Task RestartAsync() => RestartAsync(() => Task.CompletedTask);

    /// <summary>Stops the server, does something to the database, and starts another server on it.</summary>
    public async Task RestartAsync(Func<Task> meanwhile)
    {
        await StopAsync();
        await meanwhile();
        await StartAsync();
    }

    /// <summary>Runs statements in one transaction on the database past the service, as an administrator or another program could.</summary>
    /// <returns>Rows that they changed.</returns>
    public async Task<int> RunSqlAsync(params IReadOnlyList<string> statements)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using DbConnection connection = Connections.Create(ConnectionString);
        await connection.OpenAsync(cancel);
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancel);
        int changed = 0;
        foreach (string sql in statements)
        {
            await using DbCommand command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // Texts of the tests.
            command.CommandText = sql;
#pragma warning restore CA2100
            changed += await command.ExecuteNonQueryAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return changed;
    }

    /// <summary>Health as a load balancer asks for it: without a credential.</summary>
    /// <param name="service">Of which of its services; nothing: of all.</param>
    public async Task<HealthCheckResponse.Types.ServingStatus> HealthAsync(string service = "")
    {
        // Past the second for which an earlier answer holds.
        Clock.Advance(StorageHealth.For);
        using GrpcChannel channel = GrpcChannel.ForAddress(AuditServerHost.Addresses(App).GrpcAddress);
        var health = new Health.HealthClient(channel);
        var asked = new HealthCheckRequest { Service = service };
        return (await health.CheckAsync(asked, cancellationToken: TestContext.Current.CancellationToken)).Status;
    }

    /// <summary>Runs a verb of the server program on this service's database.</summary>
    public async Task<VerbResult> VerbAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        string[] settings = [.. Storage(folder.FullName).Concat(Settings).Select(s => $"--{s.Key}={s.Value}")];
        int code = await ServerCommandLine.RunAsync([.. arguments, .. settings], output, error, TestContext.Current.CancellationToken);
        return new VerbResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Path of a file that goes with this service.</summary>
    public string FileOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>The file of the key that signs, unless the test's settings name another.</summary>
    public string LedgerKeyFile => FileOf("ledger-key");

    public CrimeAuditClient Submitter(string force) => Client("submitter", force);

    public CrimeAuditClient Reader(string force) => Client("reader", force);

    public CrimeAuditClient Registrar(string force) => Client("registrar", force);

    public CrimeAuditClient Lead() => Client("lead");

    /// <summary>A reviewer with a home force.</summary>
    public CrimeAuditClient Auditor(string home) => Client("auditor", home);

    /// <summary>The client of a role that speaks for these forces.</summary>
    public CrimeAuditClient Client(string role, params string[] forces) => As($"a-{role}", role, forces);

    /// <summary>The client of somebody in a role.</summary>
    public CrimeAuditClient As(string subject, string role, params string[] forces) =>
        clients.GetOrAdd($"{subject} {role} {string.Join(' ', forces)}", _ => new(() => Connect(subject, role, forces))).Value;

    /// <summary>A credential as it follows <c>Bearer</c>, valid from now by the server's clock.</summary>
    public string Token(string role, params string[] forces) => TokenOf($"a-{role}", role, forces);

    /// <summary>The credential of somebody in a role, or several parted by a space.</summary>
    public string TokenOf(string subject, string role, params string[] forces) =>
        AuditServerHost.DevelopmentTokens(App)!.Issue(new DevelopmentToken(subject, role.Split(' '), forces));

    /// <summary>Where gRPC is served.</summary>
    public Uri GrpcAddress => AuditServerHost.Addresses(App).GrpcAddress;

    /// <summary>Plain HTTP to the JSON address.</summary>
    public HttpClient Json() => new() { BaseAddress = AuditServerHost.Addresses(App).JsonAddress };

    private WebApplication App => app ?? throw new InvalidOperationException("The server is not started.");

    /// <summary>A client with a connection of its own, which goes with whoever asked for it.</summary>
    public CrimeAuditClient NewClient(string role, params string[] forces) => Connect($"a-{role}", role, forces);

    /// <summary>Begins to stop the server, as its process would on being told to, while clients are connected.</summary>
    public Task StopAcceptingAsync() => App.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>How long calls may take on an engine that may be slow a statement; null: as long as callers wait by default.</summary>
    protected virtual TimeSpan? Deadline => null;

    private CrimeAuditClient Connect(string subject, string role, string[] forces)
    {
        var options = new CrimeAuditClientOptions
        {
            Address = AuditServerHost.Addresses(App).GrpcAddress,
            TokenProvider = _ => ValueTask.FromResult(TokenOf(subject, role, forces)),
            MaxAttempts = Attempts,
        };
        if (Deadline is { } deadline)
        {
            options.WaitUpTo(deadline);
        }

        return CrimeAuditClient.Connect(options);
    }

    private async Task StartAsync()
    {
        app = AuditServerHost.Build(["--environment=Development"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(
            [
                new("CrimeAudit:Hosting:GrpcUrl", "http://127.0.0.1:0"),
                new("CrimeAudit:Hosting:JsonUrl", "http://127.0.0.1:0"),
                new("CrimeAudit:Security:DevelopmentKeyFile", Path.Combine(folder.FullName, "development-key")),
                new("CrimeAudit:Ledger:KeyFile", LedgerKeyFile),
                .. Storage(folder.FullName),
            ]);
            builder.Configuration.AddInMemoryCollection(Settings);
            builder.Logging.ClearProviders();
            if (Log is not null)
            {
                builder.Logging.AddProvider(Log);
            }

            builder.Services.AddSingleton<TimeProvider>(Clock);
            if (Salts is not null)
            {
                builder.Services.AddSingleton(Salts);
            }

            if (Places is not null)
            {
                builder.Services.AddSingleton(Places);
            }

            if (Faults is not null)
            {
                // What is to go wrong is to do so where the test looks.
                builder.Configuration.AddInMemoryCollection([new("CrimeAudit:SelfCheck:Every", "00:00:00")]);
                builder.Services.AddSingleton<IConnections>(new FaultyConnections(Connections, Faults));
                builder.Services.AddSingleton<ISqliteStatements>(new FaultyStatements(Faults));
            }
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        started = true;
    }

    private async Task RequireRebuiltAsync()
    {
        if (started && !IsDamaged)
        {
            VerbResult rebuilt = await VerbAsync("rebuild", "--quiet");
            Assert.True(rebuilt.Code == 0, $"What is derived is not what the log makes it. {rebuilt.Error}{rebuilt.Output}");
            VerbResult log = await VerbAsync(["fsck", "--quiet", .. FormerKeys.SelectMany(k => new[] { "--key", k })]);
            Assert.True(log.Code == 0, $"The log is not what was appended. {log.Error}{log.Output}");
        }
    }

    private async Task StopAsync()
    {
        foreach (Lazy<CrimeAuditClient> client in clients.Values)
        {
            await client.Value.DisposeAsync();
        }

        clients.Clear();
        if (app is not null)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
            app = null;
        }
    }
}
