using AuditCore.Ledger;
using AuditServer.Ledger;
using AuditServer.Moving;
using AuditServer.Security.Accesses;
using AuditServer.Storage;

namespace AuditServer.Checking;

/// <summary>Checks the whole log of a database: every entry, tile and checkpoint, and the head. A server may go on serving.</summary>
internal sealed class LogCheck(ILedgerReads reads, IAccessReads accesses, LogAtHand log)
{
    /// <summary>Checks it.</summary>
    /// <param name="keys">The keys by which signatures of checkpoints are checked; none: they are not.</param>
    /// <param name="removedBefore">Rows of the access log before this time are known to have been taken away; null: nothing is known of that.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the check.</param>
    /// <exception cref="LogNotFoundException">There is no log.</exception>
    /// <exception cref="SchemaMismatchException">The database is of another version than this program.</exception>
    public async Task<CheckedLog> RunAsync(
        IReadOnlyList<VerifierKey> keys, DateTimeOffset? removedBefore, MoveProgress progress, CancellationToken cancel)
    {
        await log.RequireAsync(cancel);
        var walk = new LogWalk(keys, accesses, removedBefore);
        while (!await StepAsync(walk, progress, cancel))
        {
        }

        return walk.Result;
    }

    private async Task<bool> StepAsync(LogWalk walk, MoveProgress progress, CancellationToken cancel)
    {
        // Held for a part only: a snapshot held all along would keep the engine from tidying up behind a server that goes on.
        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
        progress.Total = snapshot.Head.Size;
        long before = walk.Position;
        bool ended = await walk.StepAsync(snapshot, cancel);
        progress.Report((int)Math.Min(int.MaxValue, walk.Position - before), walk.Position - 1);
        return ended;
    }
}
