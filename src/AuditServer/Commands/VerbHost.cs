using AuditServer.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuditServer.Commands;

/// <summary>What a verb works with: the server's configuration and storage, and nothing that listens.</summary>
internal static class VerbHost
{
    /// <summary>Builds it. Started, it brings the schema up to date as a start of the server does; not started, it leaves the database alone.</summary>
    /// <param name="configuration">Command-line configuration.</param>
    public static IHost Build(IReadOnlyList<string> configuration)
    {
        // The server is told its environment so as well.
        var hosting = new ConfigurationManager();
        hosting.AddEnvironmentVariables("ASPNETCORE_");
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = [.. configuration],
            ApplicationName = typeof(VerbHost).Assembly.GetName().Name,
            Configuration = hosting,
        });
        // What goes wrong is told at the program's edge.
        builder.Logging.ClearProviders();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IHostLifetime, VerbLifetime>();
        builder.Services.AddLogWork(builder.Configuration);
        return builder.Build();
    }

    /// <summary>A verb ends by itself, and Ctrl-C is the command line's business.</summary>
    private sealed class VerbLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
