using AuditServer.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>Registers the settings of live answers and what follows from them, for the server and for the rebuild.</summary>
internal static class FreshnessSetup
{
    public static IServiceCollection AddFreshness(this IServiceCollection services)
    {
        services.AddValidatedOptions<RateOptions>(RateOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RateOptions>, RateOptionsCheck>());
        services.TryAddSingleton<SourceFreshnesses>();
        return services;
    }
}
