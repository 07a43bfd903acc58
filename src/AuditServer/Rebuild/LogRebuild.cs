using AuditCore.Recording;
using AuditServer.Moving;
using AuditServer.Replay;
using AuditServer.Sequencing;
using AuditServer.Storage;

namespace AuditServer.Rebuild;

/// <summary>
/// Makes everything that the database derives from its log once more, in a scratch database, and holds the one against the
/// other. A server may go on serving: nothing is written to its database.
/// </summary>
internal sealed class LogRebuild(
    ILogReads log, IDerivedReads derived, IRecordingReference reference, PastAnswers answers, LogAtHand atHand)
{
    /// <summary>How many entries there are now.</summary>
    /// <exception cref="LogNotFoundException">There is no log.</exception>
    /// <exception cref="SchemaMismatchException">The database is of another version than this program.</exception>
    public async Task<long> SizeAsync(CancellationToken cancel)
    {
        await atHand.RequireAsync(cancel);
        await using IDerivedSnapshot now = await derived.SnapshotAsync(cancel);
        return now.Entries;
    }

    /// <summary>Replays the whole log and compares every derived table with what comes out.</summary>
    /// <exception cref="EntryRefusedException">An entry is not what was stored once, or cannot follow on those before it.</exception>
    public async Task<RebuiltLog> CompareAsync(MoveProgress progress, CancellationToken cancel)
    {
        long size = await SizeAsync(cancel);
        progress.Total = size;
        await using ScratchLog scratch = await ScratchLog.CreateAsync(reference, cancel);
        var replay = new ScratchReplay(log, scratch);
        await replay.ToAsync(size, progress, cancel);

        // A snapshot held all along would keep the engine from tidying up behind a server that goes on. So it begins here,
        // and what came meanwhile is caught up with.
        await using IDerivedSnapshot stored = await derived.SnapshotAsync(cancel);
        progress.Total = stored.Entries;
        await replay.ToAsync(stored.Entries, progress, cancel);
        await using IDerivedSnapshot recomputed = await scratch.Derived.SnapshotAsync(cancel);
        return new RebuiltLog(replay.Size, replay.Root, await CompareAsync(stored, recomputed, cancel));
    }

    /// <summary>Replays the beginning of the log, and answers as the service did then.</summary>
    /// <param name="size">How many entries.</param>
    /// <param name="question">Asked of what comes out; null: nothing is asked.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the replay.</param>
    /// <exception cref="EntryRefusedException">An entry is not what was stored once, or cannot follow on those before it.</exception>
    public async Task<ReplayedAnswer> AnswerAsync(long size, PastQuestion? question, MoveProgress progress, CancellationToken cancel)
    {
        progress.Total = size;
        await using ScratchLog scratch = await ScratchLog.CreateAsync(reference, cancel);
        var replay = new ScratchReplay(log, scratch);
        await replay.ToAsync(size, progress, cancel);
        return new ReplayedAnswer(replay.Size, replay.Root, await answers.AnswerAsync(scratch, question, cancel));
    }

    private static async Task<Differences> CompareAsync(IDerivedSnapshot stored, IDerivedSnapshot recomputed, CancellationToken cancel)
    {
        var found = new Differences();
        CompareHead("size", stored.Head.Size, recomputed.Head.Size, found);
        CompareHead("accepted_micros", stored.Head.AcceptedMicros, recomputed.Head.AcceptedMicros, found);
        CompareHead("root", Convert.ToBase64String(stored.Head.Root ?? []), Convert.ToBase64String(recomputed.Head.Root ?? []), found);
        foreach (DerivedTable table in DerivedTables.Of(await StagedAudits.ReadAsync(recomputed, cancel)))
        {
            await table.CompareAsync(stored, recomputed, found, cancel);
        }

        await ComparedCheckpoints.CompareAsync(stored, recomputed, found, cancel);

        return found;
    }

    private static void CompareHead(string column, object stored, object recomputed, Differences found)
    {
        if (new DerivedColumn<object>(column, value => value).Compare("log_head", "1", stored, recomputed) is { } difference)
        {
            found.Add(difference);
        }
    }
}
