using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// The writer with a spool: calls put updates on the disk; one task reads them from there, those of earlier writers first, and gives
/// them to a writer over the stream, whose results let go of them.
/// </summary>
internal sealed class SpooledIncidentWriter : IncidentWriter
{
    private readonly TimeProvider clock;
    private readonly TimeSpan closingWait;
    private readonly Action<WriterProgress>? onProgress;
    private readonly Spool spool;
    private readonly SpoolRefusals refusals;
    private readonly SpoolAppender appender;
    private readonly StreamingIncidentWriter inner;
    private readonly SpoolSender sender;
    private readonly CancellationTokenSource stop = new();
    private readonly long before;
    private readonly Task appending;
    private readonly Task sending;
    private readonly Task watching;
    private Exception? failure;
    private int failureTold;
    private int disposed;
    private bool aborted;

    /// <param name="open">Opens the writer over the stream, with options of its own.</param>
    /// <param name="options">How it writes, and the spool.</param>
    /// <param name="clock">The clock of the wait at the end.</param>
    /// <exception cref="SpoolInUseException">Another writer has the spool.</exception>
    /// <exception cref="SpoolDamagedException">The spool is not what was written to it.</exception>
    public SpooledIncidentWriter(Func<IncidentWriterOptions, StreamingIncidentWriter> open, IncidentWriterOptions options, TimeProvider clock)
    {
        this.clock = clock;
        closingWait = options.Spool!.ClosingWait;
        onProgress = options.OnProgress;
        spool = Spool.Open(options.Spool);
        before = spool.Acknowledged;
        refusals = new SpoolRefusals(options.OnRejected, spool);
        inner = open(options.UnderSpool(refusal => refusals.Tell(refusal with { Number = before + refusal.Number }), Progressed));
        sender = new SpoolSender(spool, inner);
        appender = new SpoolAppender(spool, refusals.TryTell, sender.Expect);
        appending = Task.Run(appender.RunAsync);
        sending = Task.Run(SendAsync);
        watching = WatchAsync();
    }

    public override WriterProgress Progress => Counted(inner.Progress);

    private bool IsAllDurable => appending.IsCompleted && Progress.DurableThrough == spool.Last;

    public override ValueTask WriteAsync(IncidentUpdate update, CancellationToken cancellationToken = default) =>
        new(AppendAsync(update, ticket: null, cancellationToken));

    public override async Task<Receipt> SubmitAsync(IncidentUpdate update, CancellationToken cancellationToken = default)
    {
        TaskCompletionSource<Receipt> ticket = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await AppendAsync(update, ticket, cancellationToken).ConfigureAwait(false);
        return await TellAsync(ticket.Task.WaitAsync(cancellationToken)).ConfigureAwait(false);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        await TellAsync(SettleAsync(cancellationToken)).ConfigureAwait(false);
        ThrowUntold();
    }

    public override IReadOnlyList<IncidentUpdate> GetUnacknowledged() => [.. spool.Unacknowledged().Select(IncidentUpdate.Parser.ParseFrom)];

    public override void Abort()
    {
        Interlocked.Exchange(ref failureTold, 1);
        Volatile.Write(ref aborted, true);
        Fail(new OperationCanceledException("The writer was aborted; what has no result stays in the spool."));
    }

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        Task settled = SettleAsync(stop.Token);
        appender.Close();
        await WaitWhileProgressingAsync(settled).ConfigureAwait(false);
        if (IsAllDurable)
        {
            // Ends its stream in order; there is nothing that it could wait for.
            await inner.DisposeAsync().AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Exception? over = Volatile.Read(ref failure) ?? inner.Failure;
        Fail(new ObjectDisposedException(nameof(IncidentWriter)));
        await Task.WhenAll(inner.DisposeAsync().AsTask(), appending, sending, watching, settled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            if (over is not null && Interlocked.Exchange(ref failureTold, 1) == 0)
            {
                throw over;
            }

            ThrowUntold();
        }
        finally
        {
            spool.Dispose();
            stop.Dispose();
        }
    }

    private async Task AppendAsync(IncidentUpdate update, TaskCompletionSource<Receipt>? ticket, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(update);
        cancel.ThrowIfCancellationRequested();
        await TellAsync(appender.AddAsync(new SpoolWrite(update, ticket, cancel))).ConfigureAwait(false);
    }

    /// <summary>Waits until everything written before has its result.</summary>
    /// <returns>The number of the last of it.</returns>
    private async Task<long> SettleAsync(CancellationToken cancel)
    {
        long through = await appender.AddAsync(new SpoolWrite(update: null, ticket: null, cancel)).ConfigureAwait(false);
        await sender.WhenSent(through).WaitAsync(cancel).ConfigureAwait(false);
        await inner.FlushAsync(cancel).ConfigureAwait(false);
        // The writer below completes a flush before it tells its progress.
        refusals.Settle(Progress.DurableThrough);
        return through;
    }

    private async Task SendAsync()
    {
        try
        {
            await sender.RunAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped: whoever stopped it has told why.
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            Fail(cause);
        }
    }

    private void Progressed(WriterProgress progress)
    {
        refusals.Settle(before + progress.DurableThrough);
        onProgress?.Invoke(Counted(progress));
    }

    private WriterProgress Counted(WriterProgress progress) =>
        progress with { Written = spool.Last, DurableThrough = before + progress.DurableThrough };

    /// <summary>Where either end has failed nothing moves any more, so whoever waits must hear of it.</summary>
    private async Task WatchAsync()
    {
        await Task.WhenAny(inner.Running, appending).ConfigureAwait(false);
        if (!appending.IsFaulted)
        {
            await inner.Running.ConfigureAwait(false);
        }

        if ((appending.Exception?.InnerException ?? inner.Failure) is { } cause)
        {
            Fail(cause);
        }
    }

    private async Task WaitWhileProgressingAsync(Task settled)
    {
        long durable;
        do
        {
            durable = Progress.DurableThrough;
            await Task.WhenAny(settled, Task.Delay(closingWait, clock)).ConfigureAwait(false);
        }
        while (!settled.IsCompleted && Progress.DurableThrough > durable);
    }

    private void Fail(Exception cause)
    {
        if (Interlocked.CompareExchange(ref failure, cause, null) is null)
        {
            appender.Fail(cause);
            sender.Fail(cause);
            inner.Abort();
            stop.Cancel();
        }
    }

    private void ThrowUntold()
    {
        if (!Volatile.Read(ref aborted) && refusals.TakeUntold() is { } untold)
        {
            throw untold;
        }
    }

    /// <summary>Remembers that a caller has heard of the writer's failure, which the disposal then need not repeat.</summary>
    private async Task<T> TellAsync<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (Exception cause) when (ReferenceEquals(cause, Volatile.Read(ref failure)) || ReferenceEquals(cause, inner.Failure))
        {
            Interlocked.Exchange(ref failureTold, 1);
            throw;
        }
    }
}
