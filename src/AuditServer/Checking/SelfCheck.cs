using System.Data.Common;
using AuditServer.Storage;
using Microsoft.Extensions.Options;

namespace AuditServer.Checking;

/// <summary>Looks again, all the time and at random, at what was stored long ago.</summary>
internal sealed partial class SelfCheck(
    LogRecheck recheck,
    LogTrust trust,
    TimeProvider clock,
    IStorageFailures storage,
    IOptions<SelfCheckOptions> options,
    ILogger<SelfCheck> logger)
    : BackgroundService
{
    private bool failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Every > TimeSpan.Zero)
        {
            await Task.Delay(options.Value.Every, clock, stoppingToken);
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            foreach (Damage damage in (await recheck.RunAsync(cancel)).First)
            {
                trust.Lose(damage);
            }

            failing = false;
        }
        catch (DbException unreadable) when (storage.IsCorrupt(unreadable))
        {
            // Not that the database does not answer, but that it cannot read its own pages.
            trust.Lose($"what is stored cannot be read: {unreadable.Message}");
        }
#pragma warning disable CA1031 // It is told, once; the next look may do better, and whether the database answers is told by its own health.
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

    [LoggerMessage(LogLevel.Warning, "The log cannot be read, so nothing of it is looked at again until it can be")]
    private static partial void LogFailing(ILogger logger, Exception exception);
}
