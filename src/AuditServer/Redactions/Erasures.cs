using AuditServer.Incidents.Watching;

namespace AuditServer.Redactions;

/// <summary>
/// Sees erasures through. One that readers of an older state hold up is tried again until it is done; so is, at the start, what
/// a server that stopped in between may have left.
/// </summary>
internal sealed partial class Erasures(IErasures engine, IWatchReads log, TimeProvider clock, ILogger<Erasures> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim held = new(0);

    /// <summary>Finishes the erasure of what was just committed, whether or not its caller still waits.</summary>
    /// <returns>Whether it is done; false: it is tried again.</returns>
    public async Task<bool> FinishAsync()
    {
        bool done = await TryAsync(async () => await engine.FinishAsync(CancellationToken.None), CancellationToken.None);
        if (!done)
        {
            held.Release();
        }

        return done;
    }

    /// <summary>Looks, before anything is served, whether a server that stopped in between left something to be done.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await TryAsync(
            async () => !await log.ErasedAnyAsync(0, long.MaxValue, cancellationToken) || await engine.FinishAsync(cancellationToken), cancellationToken))
        {
            held.Release();
        }

        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        held.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await held.WaitAsync(stoppingToken);
            while (!await TryAsync(async () => await engine.FinishAsync(stoppingToken), stoppingToken))
            {
                await Task.Delay(Between, clock, stoppingToken);
            }

            LogDone(logger);
        }
    }

    private async Task<bool> TryAsync(Func<Task<bool>> finish, CancellationToken cancel)
    {
        try
        {
            bool done = await finish();
            if (!done)
            {
                LogHeldUp(logger, null);
            }

            return done;
        }
#pragma warning disable CA1031 // What was committed is erased whatever becomes of the journal; that it is not empty yet is told, and tried again.
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            LogHeldUp(logger, failure);
            return false;
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(LogLevel.Warning, "Copies of what was erased are still in the database's journal; they are removed as soon as nobody reads them")]
    private static partial void LogHeldUp(ILogger logger, Exception? exception);

    [LoggerMessage(LogLevel.Information, "No copies of what was erased are left in the database's journal")]
    private static partial void LogDone(ILogger logger);
}
