using AuditServer.Hosting;
using AuditServer.Security;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Support;

/// <summary>The real host on real ports of this machine, with stub services and a clock of the test's.</summary>
public sealed class ServerUnderTest : IAsyncLifetime
{
    private readonly Dictionary<string, string?> settings = new()
    {
        ["CrimeAudit:Hosting:GrpcUrl"] = "http://127.0.0.1:0",
        ["CrimeAudit:Hosting:JsonUrl"] = "http://127.0.0.1:0",
    };

    private WebApplication? app;
    private GrpcChannel? channel;
    private HttpClient? json;

    public ServerUnderTest()
        : this("Development")
    {
    }

    internal ServerUnderTest(string environment, params (string Setting, string? Value)[] changes)
    {
        Environment = environment;
        foreach ((string setting, string? value) in changes)
        {
            settings[setting] = value;
        }
    }

    internal Behaviour Behaviour { get; } = new();

    /// <summary>When its clock starts.</summary>
    internal static DateTimeOffset Start { get; } = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    internal FakeTimeProvider Clock { get; } = new(Start);

    internal RecordedLog Log { get; } = new();

    internal WebApplication App => app ?? throw new InvalidOperationException("not started");

    /// <summary>Where gRPC is served, once started.</summary>
    internal Uri? Address { get; private set; }

    internal GrpcChannel Channel => channel ?? throw new InvalidOperationException("not started");

    internal HttpClient Json => json ?? throw new InvalidOperationException("not started");

    internal DevelopmentTokens Tokens => AuditServerHost.DevelopmentTokens(App) ?? throw new InvalidOperationException("no development tokens");

    private string Environment { get; }

    public async ValueTask InitializeAsync()
    {
        app = Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        ServerAddresses addresses = AuditServerHost.Addresses(app);
        Address = Reachable(addresses.GrpcAddress);
        channel = GrpcChannel.ForAddress(Address);
        json = new HttpClient { BaseAddress = Reachable(addresses.JsonAddress) };
    }

    public async ValueTask DisposeAsync()
    {
        channel?.Dispose();
        json?.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    internal WebApplication Build()
    {
        WebApplication built = AuditServerHost.Build([$"--environment={Environment}"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddSingleton(Behaviour);
        }, withFeatures: false);
        built.MapGrpcService<Stubs.Reference>();
        built.MapGrpcService<Stubs.Incidents>();
        built.MapGrpcService<Stubs.Audits>();
        built.MapGrpcService<Stubs.Rates>();
        built.MapGrpcService<Stubs.Ledger>();
        return built;
    }

    internal string Token(params string[] roles) => Tokens.Issue(new DevelopmentToken("tester", roles, ["thames-valley"]));

    internal Metadata Credential(params string[] roles) => Bearer(Token(roles));

    internal static Metadata Bearer(string token) => new() { { "authorization", $"Bearer {token}" } };

    internal HttpRequestMessage JsonRequest(HttpMethod method, string path, string? body = null, string role = Role.Admin)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", Token(role));
        request.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return request;
    }

    private static Uri Reachable(Uri address) =>
        address.Host is "0.0.0.0" or "[::]" ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri : address;
}
