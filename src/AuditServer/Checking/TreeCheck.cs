using AuditCore.Ledger;
using AuditServer.Ledger;

namespace AuditServer.Checking;

/// <summary>Grows the tree of the log once more, tile by tile, and compares every tile of every level with what is stored.</summary>
internal sealed class TreeCheck(Damages found)
{
    private readonly LeafTileCheck leaves = new(found);
    private readonly MerkleRoot tree = new();
    private TreeFrontier frontier = TreeFrontier.Empty;

    /// <summary>Entries of which the tree is grown.</summary>
    public long Size => tree.Count;

    /// <summary>No root can be recomputed any more: of an entry neither row nor leaf hash is there.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The root over the entries so far; null when the tree is lost.</summary>
    public byte[]? Root => IsLost ? null : tree.Root();

    /// <summary>Gives up: what follows is missing.</summary>
    public void Lose() => IsLost = true;

    /// <summary>Appends the leaf hashes of the next entries, which begin with a tile.</summary>
    /// <param name="hashes">The hashes; null where an entry gives none.</param>
    /// <param name="snapshot">Where tiles are read.</param>
    /// <param name="grown">Called after each entry, while the tree has just that size.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task AddAsync(byte[]?[] hashes, ILedgerSnapshot snapshot, Action grown, CancellationToken cancel)
    {
        long firstTile = Size / TileId.Width;
        int tiles = (hashes.Length + TileId.Width - 1) / TileId.Width;
        TileId[] own = [.. Enumerable.Range(0, tiles).Select(i => new TileId(0, firstTile + i))];
        TileId[] needed = [.. own, .. own.Select(t => TilePlace.Above(t).Parent).Distinct()];
        IReadOnlyDictionary<TileId, HashTile> stored = await snapshot.ReadTilesAsync(needed, cancel);
        for (int i = 0; i < own.Length && !IsLost; i++)
        {
            int from = i * TileId.Width;
            ReadOnlyMemory<byte[]?> part = hashes.AsMemory(from, Math.Min(TileId.Width, hashes.Length - from));
            Func<byte[], bool> isRight = Arbiter(own[i], part.Length, stored, snapshot);
            var tile = new LeafTile(own[i].Index, part, stored.GetValueOrDefault(own[i]), isRight);
            if (leaves.Settle(tile) is not { } settled)
            {
                Lose();
                return;
            }

            foreach (byte[] hash in settled.Chunk(TreeHash.Bytes))
            {
                tree.AddHash(hash);
                grown();
            }

            TreeGrowth growth = frontier.Append(settled);
            frontier = growth.Frontier;
            await CompareAsync([.. growth.Changed.Where(t => t.Id.Level > 0 && t.IsWhole)], snapshot, cancel);
        }
    }

    /// <summary>Compares the right edge, and finds tiles that are of no entry.</summary>
    /// <param name="snapshot">Of the moment at which the log was read to its end.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task FinishAsync(ILedgerSnapshot snapshot, CancellationToken cancel)
    {
        await CompareAsync([.. frontier.PartialTiles().Where(t => t.Id.Level > 0)], snapshot, cancel);
        for (int level = 0; level < TileId.Levels; level++)
        {
            // The last tile that the level has, and whatever stands behind it.
            TileId? last = TilePlace.Last(level, Size);
            TileId before = last is { } edge ? edge with { Index = edge.Index - 1 } : new TileId(level, -1);
            foreach (HashTile tile in (await snapshot.ReadTilesAsync(before, 2, cancel)).Where(t => t.Id.Level == level))
            {
                int width = TilePlace.WidthIn(tile.Id, Size);
                if (tile.Count > width)
                {
                    found.Add(new Damage(TilePlace.Name(tile.Id), Size, $"holds {tile.Count} hashes, and the log has {width} there"));
                }
            }
        }
    }

    /// <summary>
    /// Tells of a tile's hashes whether the tree above was made of them: a whole tile has its root there, the last one ends in the
    /// root of the log.
    /// </summary>
    private Func<byte[], bool> Arbiter(TileId id, int width, IReadOnlyDictionary<TileId, HashTile> stored, ILedgerSnapshot snapshot)
    {
        if (width < TileId.Width)
        {
            TreeFrontier before = frontier;
            return hashes => snapshot.Head.Root.AsSpan().SequenceEqual(before.Append(hashes).Frontier.Root());
        }

        (TileId parent, int place) = TilePlace.Above(id);
        return hashes => stored.TryGetValue(parent, out HashTile? above) && above.Count > place &&
            above.HashAt(place).SequenceEqual(TreeHash.Root(hashes));
    }

    private async Task CompareAsync(HashTile[] recomputed, ILedgerSnapshot snapshot, CancellationToken cancel)
    {
        if (recomputed.Length == 0)
        {
            return;
        }

        IReadOnlyDictionary<TileId, HashTile> stored = await snapshot.ReadTilesAsync([.. recomputed.Select(t => t.Id)], cancel);
        foreach (HashTile tile in recomputed)
        {
            Compare(tile, stored.GetValueOrDefault(tile.Id));
        }
    }

    private void Compare(HashTile recomputed, HashTile? stored)
    {
        for (int place = 0; place < recomputed.Count; place++)
        {
            long index = TilePlace.FirstLeaf(recomputed.Id, place);
            if (stored is null || stored.Count <= place)
            {
                found.Add(new Damage(
                    TilePlace.Name(recomputed.Id), index, $"holds {stored?.Count ?? 0} hashes, and the log has {recomputed.Count} there"));
                return;
            }

            if (!stored.HashAt(place).SequenceEqual(recomputed.HashAt(place)))
            {
                long last = TilePlace.FirstLeaf(recomputed.Id, place + 1) - 1;
                (string kept, string made) = (Hex(stored, place), Hex(recomputed, place));
                found.Add(new Damage(
                    TilePlace.Name(recomputed.Id), index, $"holds {kept} for entries {index} to {last}, which give {made}"));
            }
        }
    }

    private static string Hex(HashTile tile, int place) => Convert.ToHexStringLower(tile.HashAt(place));
}
