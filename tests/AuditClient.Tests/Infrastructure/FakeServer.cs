using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuditClient.Tests.Infrastructure;

/// <summary>A real HTTP/2 server in this process, with scripted services.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeServer(WebApplication app) => this.app = app;

    public ScriptedIncidents Incidents { get; } = new();

    public ScriptedAudits Audits { get; } = new();

    public ScriptedRates Rates { get; } = new();

    public ScriptedLedger Ledger { get; } = new();

    public CallRecorder Calls { get; } = new();

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="port">Where to listen on 127.0.0.1; 0: on any free port.</param>
    public static async Task<FakeServer> StartAsync(int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        FakeServer? server = null;
        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<CallRecorder>());
        builder.Services.AddSingleton(_ => server!.Calls);
        builder.Services.AddSingleton(_ => server!.Incidents);
        builder.Services.AddSingleton(_ => server!.Audits);
        builder.Services.AddSingleton(_ => server!.Rates);
        builder.Services.AddSingleton(_ => server!.Ledger);
        WebApplication app = builder.Build();
        app.MapGrpcService<ScriptedIncidents>();
        app.MapGrpcService<ScriptedAudits>();
        app.MapGrpcService<ScriptedRates>();
        app.MapGrpcService<ScriptedReference>();
        app.MapGrpcService<ScriptedLedger>();
        server = new FakeServer(app);
        await app.StartAsync();
        return server;
    }

    public CrimeAudit.Client.CrimeAuditClient Connect(Action<CrimeAudit.Client.CrimeAuditClientOptions>? configure = null)
    {
        CrimeAudit.Client.CrimeAuditClientOptions options = new()
        {
            Address = Address,
            TokenProvider = CrimeAudit.Client.CrimeAuditClientOptions.StaticToken("a-token"),
            InitialBackoff = TimeSpan.FromMilliseconds(1),
        };
        // Scripted receipts prove nothing; the tests of verification turn it on.
        options.Verification.Share = 0;
        configure?.Invoke(options);
        return CrimeAudit.Client.CrimeAuditClient.Connect(options);
    }

    /// <summary>Goes away at once: open streams are cut, not ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}
