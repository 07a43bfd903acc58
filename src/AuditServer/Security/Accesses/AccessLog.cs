using AuditServer.Errors;
using AuditServer.Sequencing;
using AuditServer.Telemetry;

namespace AuditServer.Security.Accesses;

/// <summary>
/// Notes who was told records. Whatever is to be noted until a turn of the log comes is written by that turn, so that reading costs a
/// share of a commit, and no reading is answered before its row is durable.
/// </summary>
internal sealed class AccessLog(ITurns turns, ServerTelemetry telemetry)
{
    /// <summary>Rows of one statement at most.</summary>
    public const int MostAtOnce = 1_000;

    private readonly Lock gate = new();
    private AccessBatch? gathering;

    /// <summary>Notes it.</summary>
    /// <returns>Completes when the row is durable.</returns>
    /// <exception cref="Fault">STORAGE_UNAVAILABLE, STORAGE_FULL or SERVER_STOPPING: it was not noted, so nothing may be told.</exception>
    public Task NoteAsync(Caller caller, string method, ToldRecords told)
    {
        AccessNote note = NoteOf(caller, method, told);
        lock (gate)
        {
            if (gathering is not { Notes.Count: < MostAtOnce } batch)
            {
                gathering = batch = new AccessBatch();
                batch.Done = RunAsync(batch);
            }

            batch.Notes.Add(note);
            return batch.Done;
        }
    }

    private static AccessNote NoteOf(Caller caller, string method, ToldRecords told) => new(
        caller.Subject,
        string.Join(',', Role.All.Where(caller.Is)),
        string.Join(',', caller.Forces.Where(f => AuditCore.Reference.Forces.Find(f) is not null).Order(StringComparer.Ordinal)),
        method.TrimStart('/'),
        told);

    /// <summary>A batch whose turn failed before it came to it takes no further notes either.</summary>
    private async Task RunAsync(AccessBatch batch)
    {
        try
        {
            await turns.RunAsync((turn, cancel) => WriteAsync(turn, batch, cancel));
            telemetry.Noted(batch.Written.Count);
        }
        finally
        {
            Close(batch);
        }
    }

    /// <summary>A turn can be run again after it became durable, when that answer was lost: then its rows are there.</summary>
    private async ValueTask<bool> WriteAsync(Turn turn, AccessBatch batch, CancellationToken cancel)
    {
        Close(batch);
        IAccessWrites writes = turn.Log.Accesses;
        if (batch.Written is [var first, ..] && await writes.FindAsync(first.Index, cancel) == first)
        {
            return true;
        }

        long next = await writes.ReadEndAsync(cancel);
        batch.Written = [.. batch.Notes.Select((note, i) => AccessRow.Of(next + i, turn.AcceptedMicros, note))];
        turn.MarkWritten();
        await writes.AddAsync(batch.Written, cancel);
        return true;
    }

    private void Close(AccessBatch batch)
    {
        lock (gate)
        {
            if (ReferenceEquals(gathering, batch))
            {
                gathering = null;
            }
        }
    }
}
