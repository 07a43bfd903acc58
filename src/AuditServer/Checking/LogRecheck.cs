using AuditCore.Ledger;
using AuditServer.Errors;
using AuditServer.Ledger;
using CrimeAudit.V1;
using Microsoft.Extensions.Options;

namespace AuditServer.Checking;

/// <summary>
/// One look at pieces of the log: the head and the right edge of the tree, entries, tiles and a checkpoint of any age, chosen at random
/// and each held against the latest checkpoint; and that one against the one before, which this instance has in memory, where nobody
/// with the rights of the database can change it.
/// </summary>
internal sealed class LogRecheck(ILedgerReads reads, CheckpointSigner signer, IRandomPlaces places, IOptions<SelfCheckOptions> options)
{
    private SignedTree? seen;

    /// <summary>Looks.</summary>
    /// <returns>What is damaged.</returns>
    public async Task<Damages> RunAsync(CancellationToken cancel)
    {
        var found = new Damages();
        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
        await GuardAsync(found, async () =>
        {
            LedgerProofs proofs = await LedgerProofs.OfAsync(snapshot, signer, cancel);
            await CheckAsync(snapshot, proofs, found, cancel);
        });
        found.EndPart();
        return found;
    }

    private async Task CheckAsync(ILedgerSnapshot snapshot, LedgerProofs proofs, Damages found, CancellationToken cancel)
    {
        SignedTree latest = proofs.Latest;
        await GuardAsync(found, () => proofs.RootAsync(latest.Size, cancel));
        await GuardAsync(found, () => CheckSeenAsync(proofs, cancel));
        await GuardAsync(found, () => CheckCheckpointAsync(snapshot, proofs, found, cancel));
        if (latest.Size == 0)
        {
            return;
        }

        var entries = new EntryRecheck(snapshot, proofs, found);
        for (int i = 0; i < options.Value.Entries; i++)
        {
            await GuardAsync(found, () => entries.CheckAsync(places.Below(latest.Size), cancel));
        }

        var tiles = new TileRecheck(snapshot, latest.Size, found);
        for (int i = 0; i < options.Value.Tiles; i++)
        {
            await tiles.CheckAsync(places.Below(latest.Size), cancel);
        }
    }

    /// <summary>What was signed last time is the beginning of what is signed now.</summary>
    private async Task CheckSeenAsync(LedgerProofs proofs, CancellationToken cancel)
    {
        if (seen is { } before)
        {
            await proofs.RequireHoldsAsync(before, cancel);
        }

        seen = proofs.Latest;
    }

    private async Task CheckCheckpointAsync(ILedgerSnapshot snapshot, LedgerProofs proofs, Damages found, CancellationToken cancel)
    {
        var before = new KeptCheckpoint { Size = places.Below(proofs.Latest.Size + 1) - 1, Version = int.MaxValue };
        foreach (KeptCheckpoint kept in await snapshot.ReadCheckpointsAsync(before, 1, cancel))
        {
            SignedTree old = SignedTree.Open(new StoredCheckpoint(kept.Size, kept.Note), signer);
            byte[] root = await proofs.RootAsync(kept.Size, cancel);
            if (!root.AsSpan().SequenceEqual(old.Root))
            {
                found.Add(Damage.OfRoot(kept, old.Root, root));
            }
        }
    }

    /// <summary>Whatever one piece is found to be, the others are looked at too.</summary>
    private static async Task GuardAsync(Damages found, Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Fault damaged) when (damaged.Reason == ErrorReason.LedgerDamaged)
        {
            found.Add(new Damage("ledger", 0, damaged.InnerException?.Message ?? damaged.Message));
        }
    }
}
