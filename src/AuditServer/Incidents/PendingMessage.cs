using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Incidents;

/// <summary>A message of a stream that waits for its answer.</summary>
/// <param name="FirstSequence">The client's number of its first item.</param>
/// <param name="Refusals">Why an item was not let in; null for those that wait in <paramref name="Work"/>.</param>
/// <param name="Work">The items let in, in order.</param>
/// <param name="WantProofs">Its receipts are asked for with their proofs.</param>
internal sealed record PendingMessage(long FirstSequence, Fault?[] Refusals, UpdateWork Work, bool WantProofs)
{
    public StreamIncidentsResponse ToResponse(UpdateOutcome[] outcomes, Receipts receipts)
    {
        var response = new StreamIncidentsResponse { DurableThrough = FirstSequence + Refusals.Length - 1 };
        int nextOutcome = 0;
        for (int i = 0; i < Refusals.Length; i++)
        {
            UpdateOutcome outcome = Refusals[i] is { } refusal ? new UpdateOutcome { Refusal = refusal } : outcomes[nextOutcome++];
            response.Results.Add(ToResult(FirstSequence + i, outcome, receipts));
        }

        return response;
    }

    private static StreamItemResult ToResult(long sequence, UpdateOutcome outcome, Receipts receipts) => outcome.Refusal is { } refusal
        ? new StreamItemResult { Sequence = sequence, Error = FaultStatus.ToStatus(refusal) }
        : new StreamItemResult { Sequence = sequence, Receipt = receipts.WithStanding(outcome) };
}
