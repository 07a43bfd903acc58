using System.Diagnostics;
using AuditServer.Errors;
using AuditServer.Incidents;
using AuditServer.Ledger;
using AuditServer.Storage;
using AuditServer.Telemetry;
using Microsoft.Extensions.Options;

namespace AuditServer.Sequencing;

/// <summary>
/// The one write path. A single consumer gathers what waits, opens one transaction that takes the turn on the head row,
/// lets each work decide and write, commits once, and only then completes the callers. While one batch is being
/// committed the next gathers by itself, so there is no lingering: alone, an update is committed at once.
/// </summary>
internal sealed partial class Sequencer(
    ILogStore store,
    IStorageFailures failures,
    UpdateWriter updates,
    ILogTree tree,
    LogSignal signal,
    ISaltSource salts,
    TimeProvider clock,
    ServerTelemetry telemetry,
    IOptions<SequencerOptions> options,
    ILogger<Sequencer> logger)
    : BackgroundService, ITurns
{
    /// <summary>How often a turn that was lost is run again before its callers are told.</summary>
    private const int MostReruns = 3;

    private readonly WorkQueue queue = new();
    private readonly UpdateBudget streams = new(options.Value.QueueCapacity);
    private readonly UpdateBudget calls = new(options.Value.ReservedForCalls);
    private readonly StorageFaults storage = new(failures, options);

    /// <summary>Queues updates of a unary call.</summary>
    /// <exception cref="Fault">The queue is full, or the server is stopping.</exception>
    public void Enqueue(UpdateWork work)
    {
        if (!calls.TryTake(work.Weight))
        {
            throw Faults.QueueFull(calls.Capacity, options.Value.RetryAfter);
        }

        Write(work, calls);
    }

    /// <summary>Queues updates of a stream once there is room; until then the stream is not read.</summary>
    /// <exception cref="Fault">The server is stopping.</exception>
    public async ValueTask EnqueueAsync(UpdateWork work, CancellationToken cancel)
    {
        await streams.TakeAsync(work.Weight, cancel);
        Write(work, streams);
    }

    /// <summary>Runs a step in a turn of the log. It waits for room: a step can be one of many, and those before it are written.</summary>
    /// <exception cref="Fault">The server is stopping, or the step was refused.</exception>
    public async Task<T> RunAsync<T>(Func<Turn, CancellationToken, ValueTask<T>> step, CancellationToken cancel = default)
    {
        var work = new StepWork<T>(step);
        await calls.TakeAsync(work.Weight, cancel);
        Write(work, calls);
        return await work.Done;
    }

    /// <summary>Stops taking work and commits what waits.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Complete();
        return ExecuteTask ?? Task.CompletedTask;
    }

    /// <summary>Not ended by the host's token but by <see cref="StopAsync"/>: what was taken is committed first.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        telemetry.ObserveQueue(() => streams.Taken, () => calls.Taken);
        var batch = new List<Work>();
        while (await queue.WaitAsync())
        {
            queue.Gather(batch, options.Value.BatchSize);
            await RunAsync(batch);
            batch.Clear();
        }
    }

    private void Write(Work work, UpdateBudget taken)
    {
        work.Taken = taken;
        if (!(taken == calls ? queue.TryAddCall(work) : queue.TryAddStream(work)))
        {
            taken.Release(work.Weight);
            throw Faults.ServerStopping(options.Value.RetryAfter);
        }
    }

    /// <summary>
    /// Runs a batch in one turn. When something in it fails unexpectedly, nothing of the turn stands, and each work
    /// gets a turn of its own: the culprit fails alone.
    /// </summary>
    private async Task RunAsync(List<Work> batch)
    {
        try
        {
            await RunUntilNotLostAsync(batch);
        }
#pragma warning disable CA1031 // Whatever it is goes to the callers; the write path itself must live on.
        catch (Exception exception) when (failures.Of(exception) == StorageFailure.None && batch.Count > 1)
        {
            LogTurnSplit(logger, batch.Count, exception);
            foreach (Work work in batch)
            {
                await RunAsync([work]);
            }
        }
        catch (Exception exception)
        {
            Fault? told = storage.Of(exception);
            if (told is not null)
            {
                LogUnavailable(logger, told.Reason, exception);
            }

            batch.ForEach(w => w.MakeRoom());
            batch.ForEach(w => w.Fail(told ?? exception));
        }
#pragma warning restore CA1031
    }

    /// <summary>
    /// Runs a turn that was lost again, whole and at once. Nothing of it stands; or all of it does, when the engine
    /// committed and only the answer was lost. Either is safe: every work decides anew, from what the log holds now, and
    /// finds its own request ids there if they were written (see <see cref="StepWork"/> for what steps do).
    /// </summary>
    private async Task RunUntilNotLostAsync(List<Work> batch)
    {
        for (int rerun = 1; rerun <= MostReruns; rerun++)
        {
            try
            {
                await RunInOneTurnAsync(batch);
                return;
            }
            catch (Exception exception) when (failures.Of(exception) == StorageFailure.Lost)
            {
                telemetry.Lost();
                LogTurnLost(logger, batch.Count, rerun, exception);
            }
        }

        await RunInOneTurnAsync(batch);
    }

    private async Task RunInOneTurnAsync(List<Work> batch)
    {
        var refused = new Dictionary<Work, Fault>();
        using Activity? trace = telemetry.StartTurn(batch.Count);
        long began = clock.GetTimestamp();
        await using (ILogTurn log = await store.TakeTurnAsync(CancellationToken.None))
        {
            var turn = new Turn(log, tree, clock.GetUtcNow(), salts);
            await updates.WriteAsync(turn, [.. batch.OfType<UpdateWork>()], CancellationToken.None);
            foreach (StepWork step in batch.OfType<StepWork>())
            {
                if (await RefusalOfAsync(step, turn) is { } fault)
                {
                    refused.Add(step, fault);
                }
            }

            await turn.CommitAsync(CancellationToken.None);
            signal.Publish(turn.NextIndex);
            telemetry.Committed(clock.GetElapsedTime(began), turn.Appended.Count);
        }

        batch.ForEach(w => w.MakeRoom());
        foreach (Work work in batch)
        {
            if (refused.TryGetValue(work, out Fault? fault))
            {
                work.Fail(fault);
            }
            else
            {
                work.Succeed();
            }
        }
    }

    /// <summary>Runs a step. A refusal stands only if the step wrote nothing; otherwise the turn is undone.</summary>
    private static async ValueTask<Fault?> RefusalOfAsync(StepWork step, Turn turn)
    {
        (long index, int writes) = (turn.NextIndex, turn.Writes);
        try
        {
            await step.RunAsync(turn, CancellationToken.None);
            return null;
        }
        catch (Fault fault) when (turn.NextIndex == index && turn.Writes == writes)
        {
            return fault;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A turn of {Works} works failed and is run again work by work")]
    private static partial void LogTurnSplit(ILogger logger, int works, Exception exception);

    [LoggerMessage(LogLevel.Warning, "A turn of {Works} works was lost and is run again, time {Rerun}")]
    private static partial void LogTurnLost(ILogger logger, int works, int rerun, Exception exception);

    [LoggerMessage(LogLevel.Error, "The database cannot be written now; the callers were told {Reason} and to ask again")]
    private static partial void LogUnavailable(ILogger logger, CrimeAudit.V1.ErrorReason reason, Exception exception);
}
