using AuditServer.Hosting;
using AuditServer.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuditCli.Demo;

/// <summary>A server of the demo's own: on loopback, in Development, over a database that is removed at the end.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;
    private readonly DevelopmentTokens tokens;

    private DemoServer(WebApplication app, DirectoryInfo folder, DevelopmentTokens tokens)
    {
        this.app = app;
        this.folder = folder;
        this.tokens = tokens;
    }

    /// <summary>Where it serves gRPC.</summary>
    public Uri Address => AuditServerHost.Addresses(app).GrpcAddress;

    public static async Task<DemoServer> StartAsync(CancellationToken cancel)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-demo-");
        WebApplication app = AuditServerHost.Build(
            [
                "--environment=Development",
                "--CrimeAudit:Hosting:GrpcUrl=http://127.0.0.1:0",
                "--CrimeAudit:Hosting:JsonUrl=http://127.0.0.1:0",
                $"--CrimeAudit:Storage:Path={Path.Combine(folder.FullName, "demo.db")}",
            ],
            builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await app.StartAsync(cancel);
        return new DemoServer(app, folder, AuditServerHost.DevelopmentTokens(app)!);
    }

    /// <summary>Makes a credential that it believes.</summary>
    public Task<string> TokenAsync(string subject, string role, string? force) =>
        Task.FromResult(tokens.Issue(new DevelopmentToken(subject, [role], force is null ? null : [force])));

    public async ValueTask DisposeAsync()
    {
        try
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
