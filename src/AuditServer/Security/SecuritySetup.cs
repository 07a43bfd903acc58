using AuditServer.Hosting;

namespace AuditServer.Security;

/// <summary>Registers who is believed and what they may do.</summary>
internal static class SecuritySetup
{
    /// <exception cref="StartRefusedException">Outside Development no issuer of tokens is configured.</exception>
    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddAuthentication().AddJwtBearer(jwt => jwt.MapInboundClaims = false);
        services.AddSingleton<AccessInterceptor>();
        return services;
    }

    public static void MapSecurity(this IEndpointRouteBuilder endpoints)
    {
    }
}
