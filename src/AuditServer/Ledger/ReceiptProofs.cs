using AuditCore.Ledger;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Ledger;

/// <summary>Proofs for receipts of what was just made durable.</summary>
internal sealed class ReceiptProofs(ILedgerReads reads, CheckpointSigner signer)
{
    /// <summary>Adds to each receipt its proof, all in the tree of one checkpoint.</summary>
    /// <param name="receipts">Receipts of entries that the caller submitted, and so may read.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="Fault">LEDGER_DAMAGED.</exception>
    public async Task AddAsync(IReadOnlyCollection<Receipt> receipts, CancellationToken cancel)
    {
        if (receipts.Count == 0)
        {
            return;
        }

        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
        LedgerProofs proofs = await LedgerProofs.OfAsync(snapshot, signer, cancel);
        Dictionary<long, StoredEntry> entries = await ReadAsync(snapshot, [.. receipts.Select(r => r.EntryIndex).Distinct().Order()], cancel);
        foreach (Receipt receipt in receipts)
        {
            if (receipt.EntryIndex >= proofs.Latest.Size || !entries.TryGetValue(receipt.EntryIndex, out StoredEntry? entry))
            {
                throw Faults.LedgerDamaged(new TreeDamagedException($"Entry {receipt.EntryIndex} is durable, and not in the latest checkpoint."));
            }

            receipt.Proof = (await ProvedEntry.OfAsync(proofs, entry, cancel)).ToMessage(withPayload: true);
        }
    }

    /// <summary>Reads entries, neighbours together: those of one turn are.</summary>
    private static async Task<Dictionary<long, StoredEntry>> ReadAsync(ILedgerSnapshot snapshot, long[] indexes, CancellationToken cancel)
    {
        var read = new Dictionary<long, StoredEntry>(indexes.Length);
        for (int first = 0, next = 1; first < indexes.Length; next++)
        {
            if (next < indexes.Length && indexes[next] == indexes[next - 1] + 1)
            {
                continue;
            }

            foreach (StoredEntry entry in await snapshot.ReadEntriesAsync(indexes[first], next - first, cancel))
            {
                read.Add(entry.Index, entry);
            }

            first = next;
        }

        return read;
    }
}
