using AuditServer.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuditServer.Security;

/// <summary>Registers who is believed and what they may do.</summary>
internal static class SecuritySetup
{
    /// <exception cref="StartRefusedException">Outside Development no issuer of tokens is configured.</exception>
    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            BearerSettings.RequireIssuer(configuration);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.Configure<SecurityOptions>(configuration.GetSection(SecurityOptions.Section));
        services.AddSingleton<DevelopmentIssuer>();
        services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, BearerSetup>();
        services.AddAuthentication().AddJwtBearer();
        services.AddSingleton<AccessInterceptor>();
        return services;
    }

    public static void MapSecurity(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<DevelopmentIssuer>().Tokens is { } tokens)
        {
            endpoints.MapDevelopmentTokens(tokens);
        }
    }
}
