using AuditServer.Moving;
using AuditServer.Rebuild;
using AuditServer.Rebuild.Rows;
using AuditServer.Replay;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;

namespace AuditServer.Checking;

/// <summary>
/// Reads the access log from its first row to its last and holds it against the entries that cover it, beside a server that goes on. Which
/// entries these are is read from the log; the table that was derived from them is checked, and not believed.
/// </summary>
internal sealed class AccessReading(IDerivedReads derived, ILogReads log, IAccessReads rows, LogAtHand atHand)
{
    /// <summary>Reads and checks it.</summary>
    /// <param name="onRow">Told of each row.</param>
    /// <param name="removedBefore">Rows before this time are known to have been taken away; null: nothing is known of that.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>How many rows there are, and what is wrong with them.</returns>
    /// <exception cref="LogNotFoundException">There is no log.</exception>
    /// <exception cref="Storage.SchemaMismatchException">The database is of another version than this program.</exception>
    public async Task<(CheckedAccesses Accesses, Damages Found)> RunAsync(
        Action<AccessRow> onRow, DateTimeOffset? removedBefore, CancellationToken cancel)
    {
        await atHand.RequireAsync(cancel);
        var found = new Damages();
        var check = new AccessCheck(rows, found) { OnRow = onRow, RemovedBefore = removedBefore };
        await using IDerivedSnapshot snapshot = await derived.SnapshotAsync(cancel);
        Dictionary<long, DerivedAccessDigest> said = await snapshot.ReadAccessDigestsAsync(cancel)
            .ToDictionaryAsync(d => d.EntryIndex, cancellationToken: cancel);
        await foreach (long index in snapshot.ListAccessEntriesAsync(cancel))
        {
            said.Remove(index, out DerivedAccessDigest? table);
            if (await FindAsync(index, cancel) is not { } covering)
            {
                found.Add(Damage.OfEntry(index, "stands where entries cover the access log, and holds no digest of it"));
                continue;
            }

            if (table is null || (table.FirstRow, table.Rows) != (covering.Digest.FirstRow, covering.Digest.Rows))
            {
                found.Add(Damage.OfEntry(
                    index, $"covers {covering.Digest.Rows} rows of the access log from row {covering.Digest.FirstRow} on, and access_digests does not say so"));
            }

            await check.CheckAsync(covering, cancel);
        }

        foreach (DerivedAccessDigest digest in said.Values)
        {
            found.Add(Damage.OfEntry(digest.EntryIndex, $"is said to cover the access log from row {digest.FirstRow} on, and does not"));
        }

        await check.FinishAsync(snapshot.Head.Size - 1, cancel);
        found.EndPart();
        return (check.Result, found);
    }

    private async Task<ReplayedAccess?> FindAsync(long index, CancellationToken cancel)
    {
        try
        {
            return await log.ReadAsync(index, 1, cancel) is [{ HasItsDigest: true } entry] && entry.Index == index
                ? PayloadReader.Read(entry) as ReplayedAccess
                : null;
        }
        catch (EntryRefusedException)
        {
            return null;
        }
    }
}
