using AuditServer.Incidents;
using AuditServer.Sequencing;

namespace AuditServer.Replay;

/// <summary>
/// Writes the entries of a log once more, with their indexes, times and salts, and with them all that is derived, by the
/// code that wrote it the first time. An import is one, and so is a rebuild.
/// </summary>
internal sealed class LogReplay(ReplayTurns turns, UpdateWriter updates, StepReplay steps)
{
    /// <summary>Writes entries that follow on the end of the log, in one turn or a few.</summary>
    /// <param name="entries">The entries, about a thousand at most.</param>
    /// <param name="redactions">All redactions of the log, those that are still to come too.</param>
    /// <param name="cancel">Ends the writing between turns.</param>
    /// <exception cref="EntryRefusedException">One of them cannot be replayed. Those before it are written.</exception>
    /// <exception cref="LogMovedException">The log does not end where they begin.</exception>
    public async Task WriteAsync(IReadOnlyList<StoredEntry> entries, KnownRedactions redactions, CancellationToken cancel)
    {
        var turn = new List<ReplayedEntry>(entries.Count);
        foreach (StoredEntry stored in entries)
        {
            ReplayedEntry entry = await ReadAsync(stored, turn, cancel);
            if (BeginsTurn(entry, turn))
            {
                await WriteTurnAsync(turn, cancel);
                turn.Clear();
            }

            if (entry is ReplayedStep { IsStaged: true } step)
            {
                await steps.StageAsync(step, redactions, cancel);
            }

            turn.Add(entry);
        }

        await WriteTurnAsync(turn, cancel);
    }

    /// <summary>
    /// Within a turn updates come first and are written as one set, as live ones are. What a freeze or a draw stages is read
    /// from what is committed.
    /// </summary>
    private static bool BeginsTurn(ReplayedEntry entry, List<ReplayedEntry> turn) =>
        turn.Count > 0 && (entry is ReplayedUpdate ? turn[^1] is not ReplayedUpdate : entry is ReplayedStep { IsStaged: true });

    private async ValueTask<ReplayedEntry> ReadAsync(StoredEntry stored, List<ReplayedEntry> before, CancellationToken cancel)
    {
        try
        {
            return PayloadReader.Read(stored);
        }
        catch (EntryRefusedException)
        {
            await WriteTurnAsync(before, cancel);
            throw;
        }
    }

    private async Task WriteTurnAsync(List<ReplayedEntry> turn, CancellationToken cancel)
    {
        if (turn.Count == 0)
        {
            return;
        }

        cancel.ThrowIfCancellationRequested();
        try
        {
            await turns.WriteAsync(turn, written => ApplyAsync(written, turn, cancel), cancel);
        }
        catch (EntryRefusedException refused) when (refused.Index > turn[0].Index)
        {
            // Its whole turn was undone; those before it have one of their own.
            await WriteTurnAsync([.. turn.TakeWhile(e => e.Index < refused.Index)], cancel);
            throw;
        }
    }

    private async ValueTask ApplyAsync(Turn turn, List<ReplayedEntry> entries, CancellationToken cancel)
    {
        ReplayedUpdate[] told = [.. entries.OfType<ReplayedUpdate>()];
        if (told.Length > 0)
        {
            await ApplyAsync(turn, told, cancel);
        }

        foreach (ReplayedEntry entry in entries.Skip(told.Length))
        {
            await StepReplay.ApplyAsync(turn, entry, cancel);
        }
    }

    private async ValueTask ApplyAsync(Turn turn, ReplayedUpdate[] told, CancellationToken cancel)
    {
        var work = new UpdateWork([.. told.Select(u => u.Update)]);
        await updates.WriteAsync(turn, [work], cancel);
        for (int i = 0; i < told.Length; i++)
        {
            UpdateOutcome outcome = work.Outcomes[i];
            if (outcome.Replayed || outcome.Refusal is not null)
            {
                throw new EntryRefusedException(told[i].Index, "its request id stands in the log already", outcome.Refusal);
            }
        }
    }
}
