using AuditServer.Hosting;
using AuditServer.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bench.Tree;

/// <summary>The server itself with its tree left out: a baseline. No setting of the server does this.</summary>
internal static class TreelessServer
{
    /// <summary>The hidden verb that serves, in a process of its own.</summary>
    public const string Verb = "serve-without-tree";

    /// <summary>Serves it.</summary>
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        await using WebApplication app = AuditServerHost.Build(
            settings, builder => builder.Services.AddSingleton<ILogTree, NoTree>());
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
