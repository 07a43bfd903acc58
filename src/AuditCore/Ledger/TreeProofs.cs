namespace AuditCore.Ledger;

/// <summary>
/// Makes proofs from tiles (RFC 9162, §2.1.3.1 and §2.1.4.1). A proof needs a number of tiles that grows with the logarithm of the
/// tree, and reads them all at once. Tiles of a later tree serve for any earlier one. The hash of a whole subtree never changes, and
/// neighbours' proofs share most of theirs: each is made once, however many proofs need it. Not for several threads at a time.
/// </summary>
/// <param name="reader">Where the tiles are.</param>
/// <param name="known">What the proofs of others made; null: nothing.</param>
public sealed class TreeProofs(ITileReader reader, SubtreeHashes? known = null)
{
    private readonly Dictionary<TreeNode, byte[]> made = [];

    /// <summary>The root of the tree at a size.</summary>
    /// <param name="size">Leaves of the tree, at least 0.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="TreeDamagedException">The tiles do not hold that tree.</exception>
    public async ValueTask<byte[]> RootAsync(long size, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size == 0 ? TreeHash.Empty : (await HashesAsync([new LeafRange(0, size)], cancel))[0];
    }

    /// <summary>The path that proves a leaf to be in a tree, from its neighbour up.</summary>
    /// <param name="index">The leaf.</param>
    /// <param name="size">Leaves of the tree, more than the index.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="TreeDamagedException">The tiles do not hold that tree.</exception>
    public ValueTask<IReadOnlyList<byte[]>> InclusionAsync(long index, long size, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<LeafRange>();
        for (var tree = new LeafRange(0, size); tree.Count > 1;)
        {
            (LeafRange left, LeafRange right) = tree.Split();
            path.Add(index < left.End ? right : left);
            tree = index < left.End ? left : right;
        }

        path.Reverse();
        return HashesAsync(path, cancel);
    }

    /// <summary>The path that proves a tree to be the beginning of another.</summary>
    /// <param name="first">Leaves of the earlier tree, at least 0.</param>
    /// <param name="second">Leaves of the later tree, no fewer.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The path; empty between trees of one size, and after the empty tree.</returns>
    /// <exception cref="TreeDamagedException">The tiles do not hold that tree.</exception>
    public ValueTask<IReadOnlyList<byte[]>> ConsistencyAsync(long first, long second, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var path = new List<LeafRange>();
        if (first > 0)
        {
            bool isOfFirst = true;
            var tree = new LeafRange(0, second);
            while (tree.End != first)
            {
                (LeafRange left, LeafRange right) = tree.Split();
                path.Add(first <= left.End ? right : left);
                isOfFirst &= first <= left.End;
                tree = first <= left.End ? left : right;
            }

            if (!isOfFirst)
            {
                path.Add(tree);
            }
        }

        path.Reverse();
        return HashesAsync(path, cancel);
    }

    private async ValueTask<IReadOnlyList<byte[]>> HashesAsync(List<LeafRange> ranges, CancellationToken cancel)
    {
        if (ranges.Count == 0)
        {
            return [];
        }

        TreeNode[][] nodes = [.. ranges.Select(r => TreeNode.Of(r).ToArray())];
        TreeNode[] missing = [.. nodes.SelectMany(n => n).Where(n => !made.ContainsKey(n)).Distinct()];
        if (missing.Length > 0)
        {
            IReadOnlyDictionary<TileId, HashTile> read = await reader.ReadTilesAsync([.. missing.Select(n => n.Tile).Distinct()], cancel);
            foreach (TreeNode node in missing)
            {
                made.Add(node, node.HashFrom(read, known));
            }
        }

        // Copies: whoever gets a path may do with it what they like.
        return [.. nodes.Select(n => n.Select(node => made[node].ToArray()).Reverse().Aggregate((right, left) => TreeHash.Node(left, right)))];
    }
}
