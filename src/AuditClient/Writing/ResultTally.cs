using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>Gives each item its result, and counts.</summary>
internal sealed class ResultTally
{
    public long Accepted { get; private set; }

    public long Replayed { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>
    /// Settles an item. A refusal goes to its ticket, or to the list where it has none. An item that the service could not
    /// take now stays unsettled, and its error is given back: it is to be sent again.
    /// </summary>
    public CrimeAuditException? Settle(ref PendingUpdate item, StreamItemResult result, List<RejectedUpdate> refusals)
    {
        switch (result.OutcomeCase)
        {
            case StreamItemResult.OutcomeOneofCase.Receipt:
                item.Settled = true;
                Accepted++;
                Replayed += result.Receipt.Replayed ? 1 : 0;
                Count(result.Receipt.Replayed ? "replayed" : "accepted");
                item.Ticket?.TrySetResult(result.Receipt);
                return null;
            case StreamItemResult.OutcomeOneofCase.Error:
                return Refuse(ref item, CrimeAuditException.From(result.Error), refusals);
            default:
                throw new InvalidDataException($"The service gave item {result.Sequence} of the stream a result that is neither receipt nor error.");
        }
    }

    private static void Count(string outcome) =>
        Instruments.WriterUpdates.Add(1, new KeyValuePair<string, object?>(Instruments.Outcome, outcome));

    private CrimeAuditException? Refuse(ref PendingUpdate item, CrimeAuditException error, List<RejectedUpdate> refusals)
    {
        if (error is ServiceUnavailableException)
        {
            return error;
        }

        item.Settled = true;
        Rejected++;
        Count("refused");
        if (item.Ticket is { } ticket)
        {
            ticket.TrySetException(error);
        }
        else
        {
            refusals.Add(new RejectedUpdate(item.Number, item.Update, error));
        }

        return null;
    }
}
