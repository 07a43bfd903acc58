using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuditServer.Errors;

/// <summary>Registers how failures reach the caller.</summary>
internal static class ErrorsSetup
{
    public static IServiceCollection AddErrors(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CallFailure>();
        services.AddSingleton<MessageLimit>();
        services.AddSingleton<FaultInterceptor>();
        return services;
    }
}
