using AuditServer.Errors;
using AuditServer.Hosting.Settings;
using AuditServer.Security;
using AuditServer.Telemetry;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuditServer.Hosting;

/// <summary>The server as a whole: built here for its own process, for the command line and for tests.</summary>
public static class AuditServerHost
{
    /// <summary>Exit code when the configuration was refused, as EX_CONFIG of sysexits.</summary>
    public const int ConfigurationExitCode = 78;

    /// <summary>Builds the server; it listens once started.</summary>
    /// <param name="args">Command-line configuration, <c>--CrimeAudit:Hosting:GrpcUrl=…</c>.</param>
    /// <param name="configure">
    /// Further configuration and services. Runs first: a <see cref="TimeProvider"/> registered here is the server's clock.
    /// </param>
    /// <exception cref="StartRefusedException">The security settings do not suffice, or there is no such setting; the message names them.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null) =>
        Build(args, configure, withFeatures: true);

    /// <summary>As <see cref="Build(string[], Action{WebApplicationBuilder}?)"/>; without features it is the bare wire, for tests of it.</summary>
    internal static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure, bool withFeatures)
    {
        WebApplicationBuilder builder = Prepare(args, configure, withFeatures);
        EffectiveSettings.RequireKnown(builder.Configuration);
        RequireCredentials(builder);
        WebApplication app = builder.Build();
        app.UseMiddleware<UnreadableRequestMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<JsonRequestCheck>();
        app.MapSecurity();
        if (withFeatures)
        {
            app.MapFeatures();
        }

        return app;
    }

    /// <summary>The server's configuration and services, before anything of it is built.</summary>
    internal static WebApplicationBuilder Prepare(string[] args, Action<WebApplicationBuilder>? configure = null, bool withFeatures = true)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(Options(args));
        configure?.Invoke(builder);
        AddServices(builder);
        if (withFeatures)
        {
            builder.Services.AddFeatures(builder.Configuration);
        }

        return builder;
    }

    /// <exception cref="StartRefusedException">Outside Development neither an issuer of tokens nor a client certificate is configured.</exception>
    internal static void RequireCredentials(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            BearerSettings.RequireIssuerOrClients(builder.Configuration);
        }
    }

    /// <summary>Builds the server and runs it until it is told to stop.</summary>
    /// <returns>The exit code: 0, or <see cref="ConfigurationExitCode"/> when the configuration was refused.</returns>
    public static int Run(string[] args)
    {
        try
        {
            Build(args).Run();
            return 0;
        }
        catch (Exception refusal) when (refusal is StartRefusedException or OptionsValidationException)
        {
            Console.Error.WriteLine(refusal.Message);
            return ConfigurationExitCode;
        }
        catch (Exception failure) when (ListenRefusal.TextOf(failure) is { } refusal)
        {
            Console.Error.WriteLine(refusal);
            return ConfigurationExitCode;
        }
    }

    /// <summary>Where a started server is reached.</summary>
    /// <exception cref="InvalidOperationException">It is not started.</exception>
    public static ServerAddresses Addresses(WebApplication app)
    {
        ICollection<string> addresses =
            app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return addresses.Count > 0
            ? new ServerAddresses(new Uri(addresses.First()), new Uri(addresses.Last()))
            : throw new InvalidOperationException("The server is not started.");
    }

    /// <summary>The tokens that this server issues and believes: in Development and bound to loopback; otherwise null.</summary>
    public static DevelopmentTokens? DevelopmentTokens(WebApplication app) => app.Services.GetRequiredService<DevelopmentIssuer>().Tokens;

    private static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        // User secrets are found by this name, whichever program carries the server.
        ApplicationName = typeof(AuditServerHost).Assembly.GetName().Name,
    };

    private static void AddServices(WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<HostingOptions>().BindChecked(HostingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HostingOptions>, HostingOptionsCheck>();
        services.AddOptions<HostOptions>().Configure<IOptions<HostingOptions>>((host, hosting) => host.ShutdownTimeout = hosting.Value.ShutdownTimeout);
        services.AddOptions<TlsOptions>().BindChecked(TlsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TlsOptions>, TlsOptionsCheck>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelSetup>();
        services.AddErrors();
        services.AddSecurity();
        services.AddWire();
        services.AddSystemd();
        builder.AddTelemetry();
    }
}
