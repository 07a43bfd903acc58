using CrimeAudit.Client;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the client of the crime audit service into a container.</summary>
public static class CrimeAuditServiceCollectionExtensions
{
    /// <summary>
    /// Adds one <see cref="CrimeAuditClient"/> with one shared channel, also as <see cref="ICrimeAuditClient"/>, and its parts
    /// <see cref="IIncidentClient"/>, <see cref="IAuditClient"/>, <see cref="IRateClient"/>, <see cref="IReferenceClient"/> and
    /// <see cref="ILedgerClient"/>. Logs to the container's
    /// logger factory and uses its <see cref="TimeProvider"/>, unless the options name others. Options are validated when
    /// the host starts, and when the client is first asked for.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The container.</returns>
    public static IServiceCollection AddCrimeAuditClient(this IServiceCollection services, Action<CrimeAuditClientOptions> configure)
    {
        services.AddOptions<CrimeAuditClientOptions>().Configure<IServiceProvider>(UseContainer).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CrimeAuditClientOptions>, OptionsValidation>());
        services.TryAddSingleton(provider => CrimeAuditClient.Connect(provider.GetRequiredService<IOptions<CrimeAuditClientOptions>>().Value));
        services.TryAddSingleton<ICrimeAuditClient>(provider => provider.GetRequiredService<CrimeAuditClient>());
        services.TryAddSingleton(provider => provider.GetRequiredService<ICrimeAuditClient>().Incidents);
        services.TryAddSingleton(provider => provider.GetRequiredService<ICrimeAuditClient>().Audits);
        services.TryAddSingleton(provider => provider.GetRequiredService<ICrimeAuditClient>().Rates);
        services.TryAddSingleton(provider => provider.GetRequiredService<ICrimeAuditClient>().Reference);
        services.TryAddSingleton(provider => provider.GetRequiredService<ICrimeAuditClient>().Ledger);
        return services;
    }

    private static void UseContainer(CrimeAuditClientOptions options, IServiceProvider provider)
    {
        options.LoggerFactory = provider.GetService<ILoggerFactory>();
        options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
    }
}
