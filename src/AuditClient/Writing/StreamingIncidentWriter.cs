using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// The writer over StreamIncidents. Calls put updates into the queue; one task runs stream after stream until the queue is
/// closed and empty; another watches that there is progress.
/// </summary>
internal sealed class StreamingIncidentWriter : IncidentWriter
{
    private static readonly TimeSpan ClosingGrace = TimeSpan.FromSeconds(5);

    private readonly IncidentWriterOptions options;
    private readonly TimeProvider clock;
    private readonly WriteQueue queue;
    private readonly RefusalReport refusals;
    private readonly WriterStream stream;
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;
    private readonly Task watching;
    private CrimeAuditException? lastEnd;
    private int failureTold;
    private bool aborted;
    private int disposed;

    public StreamingIncidentWriter(
        IncidentService.IncidentServiceClient raw, LogVerifier verifier, IncidentWriterOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        queue = new WriteQueue(options.MaxInFlight, clock);
        refusals = new RefusalReport(options.OnRejected);
        stream = new WriterStream(raw, queue, verifier, refusals, options, clock);
        running = Task.Run(RunAsync);
        watching = WatchAsync();
    }

    public override WriterProgress Progress => queue.Progress;

    /// <summary>Completes, and never fails, when it sends no more.</summary>
    public Task Running => running;

    /// <summary>What ended it; null while it lives.</summary>
    public Exception? Failure => queue.Failure;

    public override ValueTask WriteAsync(IncidentUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled(cancellationToken)
            : AddAsync(update, ticket: null, cancellationToken);
    }

    /// <summary>Takes an update at once, or as soon as there is room.</summary>
    /// <param name="update">The update.</param>
    /// <param name="ticket">Gets its result; null: nobody waits for this very one.</param>
    /// <param name="cancel">Ends the wait for room.</param>
    public ValueTask AddAsync(IncidentUpdate update, TaskCompletionSource<Receipt>? ticket, CancellationToken cancel) =>
        Telling(queue.AddAsync(update, ticket, cancel));

    public override async Task<Receipt> SubmitAsync(IncidentUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource<Receipt> ticket = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await AddAsync(update, ticket, cancellationToken).ConfigureAwait(false);
        await Telling(new ValueTask(ticket.Task.WaitAsync(cancellationToken))).ConfigureAwait(false);
        return await ticket.Task.ConfigureAwait(false);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        await Telling(new ValueTask(queue.WhenSettled().WaitAsync(cancellationToken))).ConfigureAwait(false);
        refusals.ThrowIfUntold();
    }

    public override IReadOnlyList<IncidentUpdate> GetUnacknowledged() => queue.Unacknowledged();

    public override void Abort()
    {
        Interlocked.Exchange(ref failureTold, 1);
        Volatile.Write(ref aborted, true);
        Fail(new OperationCanceledException("The writer was aborted; what has no result may or may not be durable."));
    }

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        Task settled = queue.WhenSettled();
        queue.Close();
        await settled.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAny(running, Task.Delay(ClosingGrace, clock)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running, watching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        if (Interlocked.Exchange(ref failureTold, 1) == 0)
        {
            await settled.ConfigureAwait(false);
        }

        if (!Volatile.Read(ref aborted))
        {
            refusals.ThrowIfUntold();
        }
    }

    private async Task RunAsync()
    {
        Backoff backoff = new(options.InitialBackoff, options.MaxBackoff);
        try
        {
            while (await HasWorkAsync().ConfigureAwait(false))
            {
                long before = queue.Progress.DurableThrough;
                lastEnd = await RunStreamAsync().ConfigureAwait(false);
                if (lastEnd is null)
                {
                    continue;
                }

                if (!StreamEnds.IsPassing(lastEnd))
                {
                    Fail(lastEnd);
                    return;
                }

                if (queue.Progress.DurableThrough > before)
                {
                    backoff.Reset();
                }

                await Task.Delay(backoff.Next(lastEnd.RetryAfter), clock, stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped: whoever stopped it has told why.
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            Fail(cause as CrimeAuditException ?? StreamEnds.Broken(cause));
        }
    }

    private async Task<CrimeAuditException?> RunStreamAsync()
    {
        const string Rpc = nameof(IncidentService.IncidentServiceClient.StreamIncidents);
        using var traced = TracedCall.Stream(Rpc);
        CrimeAuditException? end = await stream.RunAsync(stop.Token).ConfigureAwait(false);
        Instruments.CountEnd(Rpc, end);
        if (end is not null)
        {
            traced.Failed(end);
        }

        return end;
    }

    /// <summary>Waits for something to send, so that an idle writer holds no stream open again; false: closed, and nothing is left.</summary>
    private async ValueTask<bool> HasWorkAsync()
    {
        if (queue.IsEmpty)
        {
            await queue.WhenUnsent(1).WaitAsync(stop.Token).ConfigureAwait(false);
        }

        return !queue.IsEmpty;
    }

    private async Task WatchAsync()
    {
        if (options.GiveUpAfter == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        TimeSpan left = options.GiveUpAfter;
        while (left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, stop.Token).ConfigureAwait(false);
            left = options.GiveUpAfter - queue.WithoutProgress;
        }

        Fail(StreamEnds.GivenUp(options.GiveUpAfter, queue.Unacknowledged().Count, lastEnd));
    }

    private void Fail(Exception cause)
    {
        queue.Fail(cause);
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Disposed of meanwhile: nothing runs any more that could be stopped.
        }
    }

    private ValueTask Telling(ValueTask call) => call.IsCompletedSuccessfully ? call : TellAsync(call);

    /// <summary>Remembers that a caller has heard of the writer's failure, which the disposal then need not repeat.</summary>
    private async ValueTask TellAsync(ValueTask call)
    {
        try
        {
            await call.ConfigureAwait(false);
        }
        catch (CrimeAuditException cause) when (ReferenceEquals(cause, queue.Failure))
        {
            Interlocked.Exchange(ref failureTold, 1);
            throw;
        }
    }
}
