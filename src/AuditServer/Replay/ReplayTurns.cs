using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Replay;

/// <summary>Takes turns for a replay, one after the other: nobody else writes.</summary>
internal sealed class ReplayTurns(ILogStore store, ILogTree tree) : ITurns
{
    /// <summary>Runs a step that stages derived rows. It can append nothing: entries come from the replayed log alone.</summary>
    public async Task<T> RunAsync<T>(Func<Turn, CancellationToken, ValueTask<T>> step, CancellationToken cancel = default)
    {
        await using ILogTurn log = await store.TakeTurnAsync(cancel);
        var turn = new Turn(log, tree, new ReplayStamps([]));
        T result = await step(turn, cancel);
        await turn.CommitAsync(cancel);
        return result;
    }

    /// <summary>Writes entries in a turn.</summary>
    /// <exception cref="LogMovedException">The log does not end where they begin.</exception>
    public async Task WriteAsync(IReadOnlyList<ReplayedEntry> entries, Func<Turn, ValueTask> write, CancellationToken cancel)
    {
        await using ILogTurn log = await store.TakeTurnAsync(cancel);
        if (log.Head.Size != entries[0].Index)
        {
            throw new LogMovedException(entries[0].Index, log.Head.Size);
        }

        var turn = new Turn(log, tree, new ReplayStamps(entries));
        await write(turn);
        await turn.CommitAsync(cancel);
    }
}
