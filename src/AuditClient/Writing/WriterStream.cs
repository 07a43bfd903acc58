using CrimeAudit.V1;
using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>One StreamIncidents call after another: sends what the queue holds, takes the results.</summary>
internal sealed class WriterStream(
    IncidentService.IncidentServiceClient raw,
    WriteQueue queue,
    LogVerifier verifier,
    RefusalReport refusals,
    IncidentWriterOptions options,
    TimeProvider clock)
{
    private readonly List<RejectedUpdate> refusedNow = [];
    private readonly int batch = Math.Min(options.MaxBatch, options.MaxInFlight);

    /// <summary>Runs one stream to its end. What has no result by then stays in the queue.</summary>
    /// <returns>Why it ended; null: everything is done.</returns>
    /// <exception cref="OperationCanceledException">The writer was stopped.</exception>
    public async Task<CrimeAuditException?> RunAsync(CancellationToken stop)
    {
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        queue.StartStream();
        using AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> call =
            raw.StreamIncidents(cancellationToken: ending.Token);
        Task sending = SendAsync(call.RequestStream, ending.Token);
        Task<CrimeAuditException?> receiving = ReceiveAsync(call.ResponseStream, ending.Token);
        try
        {
            if (await Task.WhenAny(receiving, sending).ConfigureAwait(false) == sending && sending.IsFaulted)
            {
                // A fault of this side: without a sender the receiver would wait for ever.
                await ending.CancelAsync().ConfigureAwait(false);
            }

            CrimeAuditException? end = await receiving.ConfigureAwait(false);
            return end ?? (queue.IsEmpty ? null : StreamEnds.ClosedByService());
        }
        catch (RpcException failure)
        {
            stop.ThrowIfCancellationRequested();
            return ErrorReading.Read(failure);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(false);
        }
    }

    private async Task SendAsync(IClientStreamWriter<StreamIncidentsRequest> requests, CancellationToken cancel)
    {
        try
        {
            StreamIncidentsRequest message = new() { WantProofs = verifier.WantsEveryProof };
            while (await FillAsync(message, cancel).ConfigureAwait(false))
            {
                await requests.WriteAsync(message, cancel).ConfigureAwait(false);
                message.Updates.Clear();
            }

            await requests.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The call ended under the sender. Why is the receiver's to hear: it gets the status, this side only a torn stream.
        }
    }

    /// <summary>Fills a message as soon as there is something worth sending; false: nothing more will come.</summary>
    private async ValueTask<bool> FillAsync(StreamIncidentsRequest message, CancellationToken cancel)
    {
        await queue.WhenUnsent(1).WaitAsync(cancel).ConfigureAwait(false);
        if (options.MaxDelay > TimeSpan.Zero)
        {
            Task full = queue.WhenUnsent(batch);
            if (!full.IsCompleted)
            {
                await Task.WhenAny(full, Task.Delay(options.MaxDelay, clock, cancel)).ConfigureAwait(false);
            }
        }

        cancel.ThrowIfCancellationRequested();
        queue.TakeUnsent(message, options.MaxBatch, options.MaxBatchSize);
        return message.Updates.Count > 0;
    }

    private async Task<CrimeAuditException?> ReceiveAsync(IAsyncStreamReader<StreamIncidentsResponse> answers, CancellationToken cancel)
    {
        await foreach (StreamIncidentsResponse answer in answers.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            if (await FailureToVerifyAsync(answer, cancel).ConfigureAwait(false) is { } unproven)
            {
                return unproven;
            }

            CrimeAuditException? sendAgain = queue.Settle(answer, refusedNow);

            // Told before the queue lets go, so that whoever flushes finds every refusal told.
            refusals.Tell(refusedNow);
            refusedNow.Clear();
            queue.Release();
            options.OnProgress?.Invoke(queue.Progress);
            if (sendAgain is not null)
            {
                return sendAgain;
            }
        }

        return null;
    }

    /// <summary>
    /// Verifies receipts before anything is settled: an update whose receipt proves nothing has no result. A service that cannot prove now
    /// ends the stream as one that cannot acknowledge does; the updates are sent again, and their receipts come again.
    /// </summary>
    private async Task<CrimeAuditException?> FailureToVerifyAsync(StreamIncidentsResponse answer, CancellationToken cancel)
    {
        if (!verifier.IsOn)
        {
            return null;
        }

        try
        {
            await verifier.VerifyAsync(queue.ReceiptsOf(answer), keepProofs: false, cancel).ConfigureAwait(false);
            return null;
        }
        catch (CrimeAuditException failure)
        {
            return failure;
        }
    }
}
