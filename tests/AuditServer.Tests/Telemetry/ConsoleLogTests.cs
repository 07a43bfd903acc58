using AuditServer.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuditServer.Tests.Telemetry;

/// <summary>Lines of the frameworks show paths, and these name incidents: no level that is set for the console lets them through.</summary>
public sealed class ConsoleLogTests
{
    [Theory]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Logging:Console:LogLevel:Default")]
    [InlineData("Logging:Console:LogLevel:Microsoft.AspNetCore")]
    public async Task A_level_set_for_the_console_shows_no_paths(string setting)
    {
        await using WebApplication app = AuditServerHost.Build(
            ["--environment=Development", $"--{setting}=Information"], builder => builder.Logging.ClearProviders().AddConsole(), withFeatures: false);
        ILoggerFactory log = app.Services.GetRequiredService<ILoggerFactory>();
        Assert.False(log.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Information));
        Assert.False(log.CreateLogger("Grpc.AspNetCore.Server.Model").IsEnabled(LogLevel.Information));
        Assert.True(log.CreateLogger("AuditServer.Hosting").IsEnabled(LogLevel.Information));
    }
}
