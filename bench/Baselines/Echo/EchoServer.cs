using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bench.Baselines.Echo;

/// <summary>
/// The limit of the wire: a gRPC service of the same contract that answers every update at once and does nothing, or does nothing but
/// make it durable, many callers in one transaction. No credential, no check, no state.
/// </summary>
internal static class EchoServer
{
    /// <summary>The hidden verb that serves it, in a process of its own.</summary>
    public const string Verb = "serve-echo";

    /// <summary>Makes updates durable before they are answered.</summary>
    public const string Durable = "serve-durable-echo";

    /// <summary>Serves without storing.</summary>
    public static Task<int> RunAsync(string[] settings, CancellationToken cancel) => RunAsync(settings, durable: false, cancel);

    /// <summary>Serves and stores.</summary>
    public static Task<int> RunDurableAsync(string[] settings, CancellationToken cancel) => RunAsync(settings, durable: true, cancel);

    private static async Task<int> RunAsync(string[] settings, bool durable, CancellationToken cancel)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddGrpc();
        if (durable)
        {
            builder.Services.AddSingleton(_ => new DurableRows($"{builder.Configuration["CrimeAudit:Storage:Path"]}.echo"));
        }

        await using WebApplication app = builder.Build();
        app.MapGrpcService<EchoService>();
        app.MapGrpcService<EchoLedger>();
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
