using System.Runtime.CompilerServices;
using AuditCore.Ledger;
using AuditServer.Replay;
using AuditServer.Security.Accesses;

namespace AuditServer.Checking;

/// <summary>
/// Holds the rows of the access log against the entries that cover them, one digest after the other. Rows may be gone from the beginning
/// of the log, whole digests at a time, for they are not kept for ever, as long as later ones are left: that nothing at all is left has to
/// be said to be as it should. Anything else that is missing or changed is damage.
/// </summary>
internal sealed class AccessCheck(IAccessReads reads, Damages found)
{
    private const string Place = "access log";
    private const int Page = 1_000;

    private long end;
    private long kept;
    private long removed;
    private long uncovered;
    private ReplayedAccess? lastRemoved;

    /// <summary>What came out.</summary>
    public CheckedAccesses Result => new(kept + uncovered, removed, uncovered);

    /// <summary>Called with each row that is there.</summary>
    public Action<AccessRow>? OnRow { get; init; }

    /// <summary>Rows before this time are known to have been taken away, though they be all; null: nothing is known of that.</summary>
    public DateTimeOffset? RemovedBefore { get; init; }

    /// <summary>Checks the rows that the next digest covers.</summary>
    public async Task CheckAsync(ReplayedAccess covering, CancellationToken cancel)
    {
        (long first, long rows) = (covering.Digest.FirstRow, covering.Digest.Rows);
        if (first != end)
        {
            Add(covering.Index, $"entry {covering.Index} covers rows from {first} on, and row {end} is the next");
        }

        end = first + rows;
        var root = new MerkleRoot();
        await foreach (AccessRow row in ReadAsync(first, end, cancel))
        {
            root.Add(row.ToText());
        }

        if (root.Count == 0 && kept == 0)
        {
            removed += rows;
            lastRemoved = covering;
        }
        else if (root.Count == rows && !root.Root().AsSpan().SequenceEqual(covering.Digest.RootHash.Span))
        {
            Add(covering.Index, $"rows {first} to {end - 1} are not what entry {covering.Index} covers: one of them was changed");
        }
        else if (root.Count != rows)
        {
            Add(covering.Index, $"of rows {first} to {end - 1}, which entry {covering.Index} covers, {rows - root.Count} are missing");
        }

        kept += root.Count;
    }

    /// <summary>Looks at the rows that no entry covers yet.</summary>
    /// <param name="lastIndex">Index of the last entry of the log.</param>
    /// <param name="cancel">Ends the check.</param>
    public async Task FinishAsync(long lastIndex, CancellationToken cancel)
    {
        long next = end;
        await foreach (AccessRow row in ReadAsync(end, long.MaxValue, cancel))
        {
            if (row.Index != next)
            {
                Add(lastIndex, $"rows {next} to {row.Index - 1} are missing");
            }

            next = row.Index + 1;
            uncovered++;
        }

        if (lastRemoved is { } all && kept + uncovered == 0 && !(all.Digest.LastTime.ToDateTimeOffset() < RemovedBefore))
        {
            Add(all.Index, $"all {removed} rows that entries cover are missing, and --removed-before does not say that they were taken away");
        }
    }

    private async IAsyncEnumerable<AccessRow> ReadAsync(
        long from, long to, [EnumeratorCancellation] CancellationToken cancel)
    {
        IReadOnlyList<AccessRow> page;
        long next = from;
        do
        {
            page = await reads.ReadAsync(next, (int)Math.Min(Page, to - next), cancel);
            foreach (AccessRow row in page.TakeWhile(r => r.Index < to))
            {
                OnRow?.Invoke(row);
                yield return row;
                next = row.Index + 1;
            }
        }
        while (page.Count == Page && next < to);
    }

    private void Add(long entry, string what) => found.Add(new Damage(Place, Math.Max(0, entry), what));
}
