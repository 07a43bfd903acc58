using AuditServer.Rates;

namespace AuditServer.Rebuild;

/// <summary>Registers the rebuild.</summary>
internal static class RebuildSetup
{
    public static IServiceCollection AddRebuild(this IServiceCollection services) =>
        services.AddFreshness().AddSingleton<PastAnswers>().AddSingleton<LogRebuild>();
}
