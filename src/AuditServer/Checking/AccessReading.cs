using AuditServer.Moving;
using AuditServer.Rebuild;
using AuditServer.Rebuild.Rows;
using AuditServer.Replay;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;

namespace AuditServer.Checking;

/// <summary>Reads the access log from its first row to its last and holds it against the entries that cover it, beside a server that goes on.</summary>
internal sealed class AccessReading(IDerivedReads derived, ILogReads log, IAccessReads rows, LogAtHand atHand)
{
    /// <summary>Reads and checks it.</summary>
    /// <param name="onRow">Told of each row.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>How many rows there are, and what is wrong with them.</returns>
    /// <exception cref="LogNotFoundException">There is no log.</exception>
    /// <exception cref="Storage.SchemaMismatchException">The database is of another version than this program.</exception>
    public async Task<(CheckedAccesses Accesses, Damages Found)> RunAsync(Action<AccessRow> onRow, CancellationToken cancel)
    {
        await atHand.RequireAsync(cancel);
        var found = new Damages();
        var check = new AccessCheck(rows, found) { OnRow = onRow };
        await using IDerivedSnapshot snapshot = await derived.SnapshotAsync(cancel);
        await foreach (DerivedAccessDigest digest in snapshot.ReadAccessDigestsAsync(cancel))
        {
            if (await FindAsync(digest, cancel) is { } covering)
            {
                await check.CheckAsync(covering, cancel);
            }
            else
            {
                found.Add(Damage.OfEntry(digest.EntryIndex, $"is said to cover the access log from row {digest.FirstRow} on, and does not"));
            }
        }

        await check.FinishAsync(snapshot.Head.Size - 1, cancel);
        found.EndPart();
        return (check.Result, found);
    }

    private async Task<ReplayedAccess?> FindAsync(DerivedAccessDigest digest, CancellationToken cancel)
    {
        try
        {
            return (await log.ReadAsync(digest.EntryIndex, 1, cancel)) is [{ HasItsDigest: true } entry] && entry.Index == digest.EntryIndex
                ? PayloadReader.Read(entry) as ReplayedAccess
                : null;
        }
        catch (EntryRefusedException)
        {
            return null;
        }
    }
}
