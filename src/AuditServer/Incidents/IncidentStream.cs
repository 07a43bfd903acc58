using System.Threading.Channels;
using AuditServer.Errors;
using AuditServer.Incidents.Intake;
using AuditServer.Ledger;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Incidents;

/// <summary>
/// One StreamIncidents call. Messages are read, checked and queued while earlier ones wait for their turn; answers go out
/// in the order of the messages. When the write queue or the window of unanswered messages is full, reading stops, and
/// HTTP/2 passes that on to the sender.
/// </summary>
internal sealed class IncidentStream(
    UpdateIntake intake, Sequencer sequencer, ReceiptProofs proofs, IncidentOptions options, Caller caller, string method)
{
    private readonly Channel<PendingMessage> window = System.Threading.Channels.Channel.CreateBounded<PendingMessage>(options.StreamWindow);
    private long next = 1;

    public async Task RunAsync(
        IAsyncStreamReader<StreamIncidentsRequest> requests, IServerStreamWriter<StreamIncidentsResponse> responses, CancellationToken cancel)
    {
        // When either side fails, the other must not wait for ever.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task answering = AnswerAsync(responses, either.CancelAsync, either.Token);
        try
        {
            await ReadAsync(requests, either.Token);
            window.Writer.Complete();
        }
#pragma warning disable CA1031 // It is not hidden: the answering side throws it, once all that was queued before is answered.
        catch (Exception failure)
        {
            window.Writer.TryComplete(failure);
        }
#pragma warning restore CA1031

        await answering;
    }

    private async Task ReadAsync(IAsyncStreamReader<StreamIncidentsRequest> requests, CancellationToken cancel)
    {
        while (await requests.MoveNext(cancel))
        {
            PendingMessage message = Check(requests.Current);
            if (message.Work.Updates.Count > 0)
            {
                await sequencer.EnqueueAsync(message.Work, cancel);
            }
            else
            {
                message.Work.Succeed();
            }

            await window.Writer.WriteAsync(message, cancel);
        }
    }

    private PendingMessage Check(StreamIncidentsRequest request)
    {
        CheckMessage(request);
        var accepted = new List<AcceptedUpdate>(request.Updates.Count);
        var refusals = new Fault?[request.Updates.Count];
        for (int i = 0; i < request.Updates.Count; i++)
        {
            (AcceptedUpdate? update, refusals[i]) = intake.Accept(request.Updates[i], "update", caller, method);
            if (update is not null)
            {
                accepted.Add(update);
            }
        }

        next += request.Updates.Count;
        return new PendingMessage(request.FirstSequence, refusals, new UpdateWork(accepted), request.WantProofs);
    }

    /// <summary>The numbering is the stream's frame: when it is broken no answer could be told apart, so the stream ends.</summary>
    private void CheckMessage(StreamIncidentsRequest request)
    {
        if (request.Updates.Count > options.MaxBatch)
        {
            throw Faults.OverLimit("updates", request.Updates.Count, options.MaxBatch, "CrimeAudit:Incidents:MaxBatch");
        }

        var violations = new Violations();
        violations.Number("updates", request.Updates.Count, 1, options.MaxBatch);
        if (request.FirstSequence != next)
        {
            violations.Add("first_sequence", $"is {request.FirstSequence}; {next} comes next");
        }

        violations.ThrowIfAny();
    }

    private async Task AnswerAsync(IServerStreamWriter<StreamIncidentsResponse> responses, Func<Task> stopReading, CancellationToken cancel)
    {
        try
        {
            await foreach (PendingMessage message in window.Reader.ReadAllAsync(cancel))
            {
                StreamIncidentsResponse response = message.ToResponse(await message.Work.Done);
                await proofs.AddAsync(message.WantProofs ? [.. response.Results.Select(r => r.Receipt).OfType<Receipt>()] : [], cancel);
                await responses.WriteAsync(response, cancel);
            }
        }
        catch
        {
            await stopReading();
            throw;
        }
    }
}
