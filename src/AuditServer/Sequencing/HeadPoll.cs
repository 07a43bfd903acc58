using Microsoft.Extensions.Options;

namespace AuditServer.Sequencing;

/// <summary>
/// Looks where the log ends, for what other instances commit: only while somebody waits for it to grow, since what this
/// instance commits is known without looking.
/// </summary>
internal sealed partial class HeadPoll(
    ILogReads log, LogSignal signal, TimeProvider clock, IOptions<SequencerOptions> options, ILogger<HeadPoll> logger)
    : BackgroundService
{
    private bool failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(options.Value.HeadPoll, clock);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            if (signal.HasWaiters)
            {
                await LookAsync(stoppingToken);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            signal.Publish((await log.FindHeadAsync(cancel))?.Size ?? 0);
            failing = false;
        }
#pragma warning disable CA1031 // It is told, once; the next look may do better, and watches find failures of their own reads.
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            if (!failing)
            {
                LogFailing(logger, exception);
            }

            failing = true;
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(LogLevel.Warning, "The end of the log cannot be read; what other instances commit is told once it can be again")]
    private static partial void LogFailing(ILogger logger, Exception exception);
}
