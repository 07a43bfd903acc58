using Microsoft.Extensions.Options;

namespace AuditServer.Sequencing;

/// <summary>
/// Looks where the log ends, for what other instances commit: only while somebody waits for it to grow, since what this
/// instance commits is known without looking. The pause is counted from the end of a look, so a slow database is not asked
/// faster than it answers, and a clock that leaps makes one look due and not one for every pause leapt over.
/// </summary>
internal sealed partial class HeadPoll(
    ILogReads log, LogSignal signal, TimeProvider clock, IOptions<SequencerOptions> options, ILogger<HeadPoll> logger)
    : BackgroundService
{
    private bool failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(options.Value.HeadPoll, clock, stoppingToken);
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
