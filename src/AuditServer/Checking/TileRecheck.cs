using AuditCore.Ledger;
using AuditServer.Ledger;

namespace AuditServer.Checking;

/// <summary>
/// Looks at the tiles above a leaf again: of each whole one, from the lowest up, the hashes give what the tile above holds for it. The
/// partial ones give the root of the log, which is looked at by itself.
/// </summary>
internal sealed class TileRecheck(ILedgerSnapshot snapshot, long size, Damages found)
{
    public async Task CheckAsync(long leaf, CancellationToken cancel)
    {
        HashTile? below = null;
        long index = leaf / TileId.Width;
        for (int level = 0; level < TileId.Levels && TilePlace.WidthIn(new TileId(level, index), size) > 0; level++, index /= TileId.Width)
        {
            var id = new TileId(level, index);
            HashTile? tile = (await snapshot.ReadTilesAsync([id], cancel)).GetValueOrDefault(id);
            if (tile is null)
            {
                found.Add(new Damage(TilePlace.Name(id), TilePlace.FirstLeaf(id, 0), "missing"));
                return;
            }

            Compare(below, tile);
            below = TilePlace.WidthIn(id, size) == TileId.Width ? tile : null;
        }
    }

    private void Compare(HashTile? below, HashTile above)
    {
        if (below is null)
        {
            return;
        }

        int place = TilePlace.Above(below.Id).Place;
        string given = Convert.ToHexStringLower(TreeHash.Root(below.Hashes.Span));
        string held = above.Count > place ? Convert.ToHexStringLower(above.HashAt(place)) : "nothing";
        if (given != held)
        {
            long first = TilePlace.FirstLeaf(below.Id, 0);
            found.Add(new Damage(TilePlace.Name(below.Id), first, $"its hashes give {given}, and {TilePlace.Name(above.Id)} holds {held}"));
        }
    }
}
