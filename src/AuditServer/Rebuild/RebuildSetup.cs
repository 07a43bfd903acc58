using AuditServer.Hosting;
using AuditServer.Rates;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuditServer.Rebuild;

/// <summary>Registers the rebuild.</summary>
internal static class RebuildSetup
{
    public static IServiceCollection AddRebuild(this IServiceCollection services)
    {
        services.AddValidatedOptions<RateOptions>(RateOptions.Section);
        services.TryAddSingleton<SourceFreshnesses>();
        return services.AddSingleton<PastAnswers>().AddSingleton<LogRebuild>();
    }
}
