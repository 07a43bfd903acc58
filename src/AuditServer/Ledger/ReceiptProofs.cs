using AuditCore.Ledger;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Ledger;

/// <summary>
/// Proofs for receipts of what was just made durable. A single reader gathers what waits and proves it all from one moment of the
/// database; while it reads, the next gathers by itself. A turn that answers many calls is so read once, not once a call: their
/// entries are neighbours and share checkpoint, tiles and most hashes.
/// </summary>
internal sealed class ReceiptProofs(ILedgerReads reads, CheckpointSigner signer)
{
    /// <summary>Receipts proved from one moment: what bounds the entries held at once.</summary>
    private const int MostAtOnce = 1024;

    private readonly Lock gate = new();
    private readonly Queue<AskedProofs> waiting = [];
    private bool isReading;

    /// <summary>Adds to each receipt its proof, all in the tree of one checkpoint.</summary>
    /// <param name="receipts">Receipts of entries that the caller submitted, and so may read. Not to be used before this ends, or if it fails.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="Fault">LEDGER_DAMAGED.</exception>
    public Task AddAsync(IReadOnlyCollection<Receipt> receipts, CancellationToken cancel)
    {
        if (receipts.Count == 0)
        {
            return Task.CompletedTask;
        }

        var asked = new AskedProofs(receipts, cancel);
        bool mustRead;
        lock (gate)
        {
            waiting.Enqueue(asked);
            mustRead = !isReading;
            isReading = true;
        }

        if (mustRead)
        {
            // Not the work of this caller alone, who may leave before it is done.
            _ = Task.Run(ReadWhileAnyWaitAsync, CancellationToken.None);
        }

        return asked.Done.WaitAsync(cancel);
    }

    private async Task ReadWhileAnyWaitAsync()
    {
        while (Gather() is { Count: > 0 } group)
        {
            try
            {
                await ProveAsync(group);
            }
#pragma warning disable CA1031 // Whatever it is goes to the callers; those who come after are served.
            catch (Exception exception)
            {
                group.ForEach(a => a.Fail(exception));
            }
#pragma warning restore CA1031
        }
    }

    /// <summary>What waits, as far as it is read at once; none when nothing waits, and then nobody reads.</summary>
    private List<AskedProofs> Gather()
    {
        var group = new List<AskedProofs>();
        int receipts = 0;
        lock (gate)
        {
            while (waiting.TryPeek(out AskedProofs? next) && (receipts == 0 || receipts + next.Receipts.Count <= MostAtOnce))
            {
                waiting.Dequeue();
                if (!next.IsGone)
                {
                    group.Add(next);
                    receipts += next.Receipts.Count;
                }
            }

            isReading = group.Count > 0;
        }

        return group;
    }

    private async Task ProveAsync(List<AskedProofs> group)
    {
        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(CancellationToken.None);
        LedgerProofs proofs = await LedgerProofs.OfAsync(snapshot, signer, CancellationToken.None);
        Dictionary<long, StoredEntry> entries =
            await ReadAsync(snapshot, [.. group.SelectMany(a => a.Receipts).Select(r => r.EntryIndex).Distinct().Order()]);
        foreach (AskedProofs asked in group)
        {
            try
            {
                foreach (Receipt receipt in asked.Receipts)
                {
                    receipt.Proof = await ProofOfAsync(receipt.EntryIndex, entries, proofs);
                }

                asked.Succeed();
            }
            catch (Fault damaged)
            {
                // Of its own entries: the others have their proofs.
                asked.Fail(damaged);
            }
        }
    }

    private static async Task<EntryProof> ProofOfAsync(long index, Dictionary<long, StoredEntry> entries, LedgerProofs proofs) =>
        index < proofs.Latest.Size && entries.TryGetValue(index, out StoredEntry? entry)
            ? (await ProvedEntry.OfAsync(proofs, entry, CancellationToken.None)).ToMessage(withPayload: true)
            : throw Faults.LedgerDamaged(new TreeDamagedException($"Entry {index} is durable, and not in the latest checkpoint."));

    /// <summary>Reads entries, neighbours together: those of one turn are.</summary>
    private static async Task<Dictionary<long, StoredEntry>> ReadAsync(ILedgerSnapshot snapshot, long[] indexes)
    {
        var read = new Dictionary<long, StoredEntry>(indexes.Length);
        for (int first = 0, next = 1; first < indexes.Length; next++)
        {
            if (next < indexes.Length && indexes[next] == indexes[next - 1] + 1)
            {
                continue;
            }

            foreach (StoredEntry entry in await snapshot.ReadEntriesAsync(indexes[first], next - first, CancellationToken.None))
            {
                read.Add(entry.Index, entry);
            }

            first = next;
        }

        return read;
    }
}
