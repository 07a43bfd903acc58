using AuditCore.Ledger;
using AuditServer.Ledger;

namespace AuditServer.Checking;

/// <summary>
/// Looks at an entry again: what it holds, its leaf text, the hash of that in its tile, and the path from there to the latest checkpoint.
/// </summary>
internal sealed class EntryRecheck(ILedgerSnapshot snapshot, LedgerProofs proofs, Damages found)
{
    /// <exception cref="Errors.Fault">LEDGER_DAMAGED: there is no path.</exception>
    public async Task CheckAsync(long index, CancellationToken cancel)
    {
        if (await LeafHashAsync(index, cancel) is not { } leafHash)
        {
            return;
        }

        SignedTree signed = proofs.Latest;
        IReadOnlyList<byte[]> path = await proofs.PathAsync(index, signed.Size, cancel);
        bool isSigned = InclusionProof.Check(leafHash, index, signed.Size, path, signed.Root) == ProofVerdict.Valid;
        string inTile = await InTileAsync(index, cancel);
        string ofEntry = Convert.ToHexStringLower(leafHash);
        string tile = TilePlace.Name(new TileId(0, index / TileId.Width));
        if (!isSigned)
        {
            string tree = FormattableString.Invariant($"the signed tree of {signed.Size} entries");
            found.Add(Damage.OfEntry(index, $"its leaf text has the hash {ofEntry}, which is not in {tree}; {tile} holds {inTile}"));
        }
        else if (inTile != ofEntry)
        {
            found.Add(new Damage(tile, index, $"holds {inTile} for entry {index}, whose leaf text has the signed hash {ofEntry}"));
        }
    }

    private async Task<byte[]?> LeafHashAsync(long index, CancellationToken cancel)
    {
        byte[]? leafHash = null;
        bool isThere = false;
        var redactions = new RedactionRecheck(snapshot, found);
        // Only of the entry itself: what other entries say of redactions is not held against anything here.
        var check = new EntryCheck(found, new RedactionCheck(new Damages()));
        // With the one before, which must not be later.
        foreach (FoundEntry entry in await snapshot.FindEntriesAsync(Math.Max(0, index - 1), 2, cancel))
        {
            if (entry.Index <= index)
            {
                leafHash = check.LeafHashOf(entry);
                isThere = entry.Index == index;
                await redactions.CheckAsync(entry, cancel);
            }
        }

        if (!isThere)
        {
            found.Add(Damage.OfEntry(index, "missing"));
        }

        return isThere ? leafHash : null;
    }

    private async Task<string> InTileAsync(long index, CancellationToken cancel)
    {
        var id = new TileId(0, index / TileId.Width);
        int place = (int)(index % TileId.Width);
        return (await snapshot.ReadTilesAsync([id], cancel)).TryGetValue(id, out HashTile? tile) && tile.Count > place
            ? Convert.ToHexStringLower(tile.HashAt(place))
            : "nothing";
    }
}
