using AuditServer.Hosting;
using AuditServer.Security.Certificates;
using AuditServer.Security.Limits;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuditServer.Security;

/// <summary>Registers who is believed and what they may do.</summary>
internal static class SecuritySetup
{
    // Chooses between the two kinds of credential, call by call.
    private const string EitherCredential = "Credential";

    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddValidatedOptions<SecurityOptions>(SecurityOptions.Section);
        services.AddSingleton<DevelopmentIssuer>();
        services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, BearerSetup>();
        services.AddCredentials();
        services.AddSingleton<AccessInterceptor>();
        services.AddValidatedOptions<LimitOptions>(LimitOptions.Section);
        services.AddSingleton<ClientLimits>();
        services.AddSingleton<LimitInterceptor>();
        return services;
    }

    /// <summary>A token where a call brings one; otherwise the certificate of its connection, where that has one.</summary>
    private static void AddCredentials(this IServiceCollection services)
    {
        services.AddOptions<ClientCertificateOptions>().BindChecked(ClientCertificateOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ClientCertificateOptions>, ClientCertificateOptionsCheck>();
        services.AddSingleton<ClientCertificates>().AddSingleton<ClientChain>().AddSingleton<BelievedCertificates>();
        services.AddAuthentication(EitherCredential)
            .AddPolicyScheme(EitherCredential, displayName: null, either => either.ForwardDefaultSelector = SchemeOf)
            .AddJwtBearer()
            .AddScheme<AuthenticationSchemeOptions, ClientCertificateHandler>(ClientCertificateHandler.SchemeName, configureOptions: null);
    }

    private static string SchemeOf(HttpContext http) =>
        http.Connection.ClientCertificate is not null && http.Request.Headers.Authorization.Count == 0
            ? ClientCertificateHandler.SchemeName
            : JwtBearerDefaults.AuthenticationScheme;

    public static void MapSecurity(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<DevelopmentIssuer>().Tokens is { } tokens)
        {
            endpoints.MapDevelopmentTokens(tokens);
        }
    }
}
