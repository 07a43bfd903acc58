using System.Net;
using AuditServer.Hosting;
using Microsoft.Extensions.Configuration;

namespace AuditCli.Serving;

/// <summary>What <c>serve</c> was told, as configuration of the server. What was not told is left to the server's own sources.</summary>
/// <param name="Data">Database file; null: the server's default.</param>
/// <param name="GrpcUrl">Where to serve gRPC; null: the server's default.</param>
/// <param name="JsonUrl">Where to serve JSON; null: the server's default.</param>
/// <param name="Further">Configuration that goes before everything else.</param>
internal sealed record ServeSettings(string? Data, string? GrpcUrl, string? JsonUrl, IReadOnlyList<string> Further)
{
    private const string DataSetting = "CrimeAudit:Storage:Path";
    private const string KeySetting = "CrimeAudit:Security:DevelopmentKeyFile";
    private const string DefaultData = "crimeaudit.db";
    private const string KeyFileEnding = ".development-key";

    /// <summary>The arguments, the last of which counts where one is repeated.</summary>
    public string[] ToArguments()
    {
        List<string> told = [];
        Tell(told, DataSetting, Data);
        Tell(told, $"{HostingOptions.Section}:{nameof(HostingOptions.GrpcUrl)}", GrpcUrl);
        Tell(told, $"{HostingOptions.Section}:{nameof(HostingOptions.JsonUrl)}", JsonUrl);
        told.AddRange(Further);
        IConfiguration configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine([.. told]).Build();
        return [.. Defaults(configuration), .. told];
    }

    private static IEnumerable<string> Defaults(IConfiguration configuration)
    {
        // Requests are not worth a line each; starting, stopping and faults are.
        yield return "--Logging:LogLevel:Microsoft.AspNetCore=Warning";
        yield return "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning";
        bool chosen = configuration["environment"] is not null
            || configuration["ASPNETCORE_ENVIRONMENT"] is not null || configuration["DOTNET_ENVIRONMENT"] is not null;
        HostingOptions hosting = configuration.GetSection(HostingOptions.Section).Get<HostingOptions>() ?? new HostingOptions();
        if (!chosen && IsLoopback(hosting.GrpcUrl) && IsLoopback(hosting.JsonUrl))
        {
            yield return "--environment=Development";

            // Next to the database, so that tokens survive a restart.
            yield return $"--{KeySetting}={configuration[DataSetting] ?? DefaultData}{KeyFileEnding}";
        }
    }

    private static void Tell(List<string> told, string setting, string? value)
    {
        if (value is not null)
        {
            told.Add($"--{setting}={value}");
        }
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip)));
}
