using AuditCore.Ledger;

namespace AuditServer.Checking;

/// <summary>
/// Compares the leaf hashes that entries give with those that the tree has. Where they differ, the tree above tells which of them was
/// appended; the check goes on with those, so that a damaged entry does not make everything behind it look damaged.
/// </summary>
internal sealed class LeafTileCheck(Damages found)
{
    /// <summary>Compares a tile.</summary>
    /// <returns>The hashes to go on with, one after the other; null when nothing says what stands at one of the places.</returns>
    public byte[]? Settle(LeafTile tile)
    {
        int width = tile.Recomputed.Length;
        int stored = tile.Stored?.Count ?? 0;
        if (stored < width)
        {
            found.Add(new Damage(Name(tile), IndexOf(tile, stored), $"holds {stored} hashes, and the log has {width} there"));
        }

        var recomputed = new byte[width][];
        var kept = new byte[width][];
        for (int place = 0; place < width; place++)
        {
            byte[]? ofEntry = tile.Recomputed.Span[place];
            byte[]? ofTile = place < stored ? tile.Stored!.HashAt(place).ToArray() : null;
            if ((ofEntry ?? ofTile) is not { } either)
            {
                found.Add(Damage.OfEntry(IndexOf(tile, place), "neither it nor its hash is there; from here on no root can be recomputed"));
                return null;
            }

            recomputed[place] = either;
            kept[place] = ofTile ?? either;
        }

        return Settle(tile, [.. recomputed.SelectMany(h => h)], [.. kept.SelectMany(h => h)]);
    }

    private byte[] Settle(LeafTile tile, byte[] recomputed, byte[] stored)
    {
        if (recomputed.AsSpan().SequenceEqual(stored))
        {
            return stored;
        }

        bool entriesAreRight = tile.IsRight(recomputed);
        bool tileIsRight = !entriesAreRight && tile.IsRight(stored);
        for (int from = 0; from < stored.Length; from += TreeHash.Bytes)
        {
            ReadOnlySpan<byte> ofEntry = recomputed.AsSpan(from, TreeHash.Bytes);
            ReadOnlySpan<byte> ofTile = stored.AsSpan(from, TreeHash.Bytes);
            if (!ofEntry.SequenceEqual(ofTile))
            {
                (string entry, string kept) = (Convert.ToHexStringLower(ofEntry), Convert.ToHexStringLower(ofTile));
                found.Add(Difference(tile, from / TreeHash.Bytes, entry, kept, entriesAreRight, tileIsRight));
            }
        }

        return entriesAreRight ? recomputed : stored;
    }

    private static Damage Difference(LeafTile tile, int place, string ofEntry, string ofTile, bool entriesAreRight, bool tileIsRight)
    {
        long index = IndexOf(tile, place);
        return entriesAreRight
            ? new Damage(Name(tile), index, $"holds {ofTile} for entry {index}, whose leaf text has the hash {ofEntry}")
            : Damage.OfEntry(index, $"its leaf text has the hash {ofEntry}, and {Name(tile)} holds {ofTile}: " + (tileIsRight
                ? "sender, request id, kind, time or digest is not what was appended"
                : "which of them was appended cannot be told"));
    }

    private static long IndexOf(LeafTile tile, int place) => (tile.Index * TileId.Width) + place;

    private static string Name(LeafTile tile) => TilePlace.Name(new TileId(0, tile.Index));
}
