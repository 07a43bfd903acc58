using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditCli.Import.Tracking;

/// <summary>
/// Settles rows in the order of the file: once all updates of a row have their results, it is done or goes to the reject
/// file; now and then the progress is kept. So the progress never claims what is not on a disk somewhere.
/// </summary>
internal sealed class Settlement(ImportIdentity import, ProgressFile kept, RejectFile rejects, ServerRefusals refusals, int keepEvery)
{
    private readonly Queue<SentRow> onTheWay = new();
    private ImportProgress progress = new() { Import = import };
    private IncidentUpdate? lastAccepted;
    private long keptRows;

    public ImportProgress Progress => progress;

    /// <summary>Goes on from a progress.</summary>
    public void Resume(ImportProgress before)
    {
        progress = before with { Complete = false };
        keptRows = before.Rows;
    }

    public void Add(SentRow row) => onTheWay.Enqueue(row);

    /// <summary>Settles what has its results.</summary>
    /// <param name="durableThrough">Every update up to this place has its result.</param>
    public void Settle(long durableThrough)
    {
        while (onTheWay.TryPeek(out SentRow? row) && row.LastUpdate <= durableThrough)
        {
            Settle(onTheWay.Dequeue());
        }

        if (progress.Rows - keptRows >= keepEvery)
        {
            Keep(complete: false);
        }
    }

    /// <summary>Keeps the progress: first what it speaks of, then itself.</summary>
    public void Keep(bool complete)
    {
        rejects.Flush();
        progress = progress with
        {
            RejectsLength = rejects.Length,
            Complete = complete,
            LastAccepted = lastAccepted?.ToByteArray() ?? progress.LastAccepted,
        };
        kept.Write(progress);
        keptRows = progress.Rows;
    }

    private void Settle(SentRow row)
    {
        List<string> reasons = [.. row.Problems];
        bool accepted = row.Update is not null;
        for (long update = row.FirstUpdate; update <= row.LastUpdate; update++)
        {
            if (refusals.Take(update) is { } reason)
            {
                reasons.Add(reason);
                accepted &= update != row.LastUpdate;
            }
        }

        if (reasons.Count > 0)
        {
            rejects.Add(row.Line, reasons, row.Raw);
        }

        lastAccepted = accepted ? row.Update : lastAccepted;
        progress = progress with { Rows = row.Number, Line = row.Line, RejectedRows = progress.RejectedRows + (reasons.Count > 0 ? 1 : 0) };
    }
}
