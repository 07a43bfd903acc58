using CrimeAudit.Client;
using Microsoft.Extensions.DependencyInjection;

namespace PackageGuide;

/// <summary>The client in a container: one connection for the whole program.</summary>
internal static class Hosted
{
    public static IServiceCollection AddConnector(this IServiceCollection services, Func<CancellationToken, ValueTask<string>> tokens) => services
        .AddCrimeAuditClient(options =>
        {
            options.Address = new Uri("https://audit.example:5080");
            options.TokenProvider = tokens; // Asked for each call, so it may renew.
            options.FurtherAddresses.Add(new Uri("https://audit-2.example:5080")); // Calls take turns.
            options.Verification.Store = new FileCheckpointStore("/var/lib/connector/checkpoints");
        })
        .AddSingleton(provider => new Connector(provider.GetRequiredService<ICrimeAuditClient>(), "/var/lib/connector/spool"));
}
