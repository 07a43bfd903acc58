using AuditServer.Hosting;
using Microsoft.Extensions.Options;

namespace AuditServer.Security;

/// <summary>
/// Decides whether this server issues and believes tokens of its own: in Development, and only where no other machine can
/// reach it.
/// </summary>
internal sealed partial class DevelopmentIssuer
{
    private const string DatabaseFileSetting = "CrimeAudit:Storage:Path";
    private const string KeyFileEnding = ".development-key";

    public DevelopmentIssuer(
        IHostEnvironment environment,
        IOptions<HostingOptions> hosting,
        IOptions<SecurityOptions> security,
        IConfiguration configuration,
        TimeProvider clock,
        ILogger<DevelopmentIssuer> log)
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        if (!IsLoopback(hosting.Value.GrpcUrl) || !IsLoopback(hosting.Value.JsonUrl))
        {
            LogNotLoopback(log, hosting.Value.GrpcUrl, hosting.Value.JsonUrl);
            return;
        }

        string? file = KeyFile(security.Value, configuration);
        Tokens = file is null ? DevelopmentTokens.InMemory(clock) : DevelopmentTokens.FromKeyFile(file, clock);
        LogIssuing(log, file ?? "memory");
    }

    /// <summary>The tokens that the server issues and believes; null: none.</summary>
    public DevelopmentTokens? Tokens { get; }

    private static bool IsLoopback(string url) => ListenAddress.Parse(url) is { IsLoopback: true };

    private static string? KeyFile(SecurityOptions security, IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(security.DevelopmentKeyFile))
        {
            return security.DevelopmentKeyFile;
        }

        string? database = configuration[DatabaseFileSetting];
        return string.IsNullOrEmpty(database) ? null : database + KeyFileEnding;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Development: POST /dev/tokens issues tokens; their key is kept in {Place}")]
    private static partial void LogIssuing(ILogger log, string place);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "No development tokens are issued or believed: {GrpcUrl} or {JsonUrl} is not loopback; configure Authentication:Schemes:Bearer")]
    private static partial void LogNotLoopback(ILogger log, string grpcUrl, string jsonUrl);
}
