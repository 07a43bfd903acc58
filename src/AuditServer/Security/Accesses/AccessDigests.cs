using AuditServer.Sequencing;
using Microsoft.Extensions.Options;

namespace AuditServer.Security.Accesses;

/// <summary>Looks every minute whether rows of the access log have waited long enough for an entry that covers them. Every instance looks; the turn decides.</summary>
internal sealed partial class AccessDigests(
    AccessDigestWriter writer, TimeProvider clock, IOptions<AccessLogOptions> options, ILogger<AccessDigests> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Between, clock);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await writer.WriteAsync(Micros.Of(clock.GetUtcNow() - options.Value.DigestEvery), stoppingToken))
                {
                }
            }
#pragma warning disable CA1031 // It is told; the next look finds the same rows.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailing(logger, exception);
            }
#pragma warning restore CA1031
        }
    }

    [LoggerMessage(LogLevel.Warning, "The access log could not be covered by an entry; that is tried again")]
    private static partial void LogFailing(ILogger logger, Exception exception);
}
