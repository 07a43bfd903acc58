using AuditServer.Audits.Reviews;
using Microsoft.Extensions.Options;

namespace AuditServer.Audits.Lapses;

/// <summary>
/// Looks for times that have run out: to answer findings, and to reveal secrets. Every instance looks; the turn decides on what stands
/// there, under a request id of its own, so that each lapses once however many look.
/// </summary>
internal sealed partial class LapseWorker(
    IEnumerable<ILapses> lapses, TimeProvider clock, IOptions<ReviewOptions> options, ILogger<LapseWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(options.Value.LapseInterval, clock);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            foreach (ILapses kind in lapses)
            {
                await LapseAsync(kind, stoppingToken);
            }
        }
    }

    private async Task LapseAsync(ILapses kind, CancellationToken stopping)
    {
        try
        {
            await kind.LapseAsync(stopping);
        }
#pragma warning disable CA1031 // It is told; the next look finds the same, and what has run out is refused meanwhile as it is.
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            LogFailing(logger, kind.GetType().Name, exception);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(LogLevel.Warning, "{Lapses}: what has run out could not be looked for; it is looked for again")]
    private static partial void LogFailing(ILogger logger, string lapses, Exception exception);
}
