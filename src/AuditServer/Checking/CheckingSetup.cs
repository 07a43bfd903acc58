using AuditServer.Hosting;
using AuditServer.Ledger;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuditServer.Checking;

/// <summary>Registers the checks of the log.</summary>
internal static class CheckingSetup
{
    /// <summary>The check of a whole log, beside the server.</summary>
    public static IServiceCollection AddChecking(this IServiceCollection services)
    {
        // A log can be checked where no key is: what is missing of the ledger's settings is no obstacle here.
        services.AddValidatedOptions<LedgerOptions>(LedgerOptions.Section);
        return services.AddSingleton<LedgerKeys>().AddSingleton<LogCheck>().AddSingleton<AccessReading>();
    }

    /// <summary>The checks that a serving instance makes of its own log.</summary>
    public static IServiceCollection AddSelfCheck(this IServiceCollection services)
    {
        services.AddValidatedOptions<SelfCheckOptions>(SelfCheckOptions.Section);
        services.TryAddSingleton<IRandomPlaces, RandomPlaces>();
        services.AddSingleton<LogTrust>();
        services.AddSingleton<LogRecheck>();
        return services.AddHostedService<SelfCheck>();
    }
}
