using System.Globalization;
using System.Text;
using AuditCore.Ledger;

namespace AuditCore.Tests.Ledger;

/// <summary>A tree whose tiles stay in memory; says how often it was asked for tiles, and for how many.</summary>
internal sealed class GrownTree : ITileReader
{
    private readonly Dictionary<TileId, HashTile> tiles = [];
    private readonly List<byte[]> leaves = [];

    public TreeFrontier Frontier { get; private set; } = TreeFrontier.Empty;

    public int Reads { get; private set; }

    public int TilesRead { get; private set; }

    public IReadOnlyDictionary<TileId, HashTile> Tiles => tiles;

    public TreeProofs Proofs => new(this);

    public static GrownTree Of(int size)
    {
        var tree = new GrownTree();
        tree.Append(Enumerable.Range(0, size).Select(i => Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture))));
        return tree;
    }

    public static GrownTree Of(IEnumerable<byte[]> leaves)
    {
        var tree = new GrownTree();
        tree.Append(leaves);
        return tree;
    }

    public IReadOnlyList<HashTile> Append(IEnumerable<byte[]> further)
    {
        byte[][] added = [.. further];
        leaves.AddRange(added);
        TreeGrowth growth = Frontier.Append([.. added.SelectMany(l => TreeHash.Leaf(l))]);
        foreach (HashTile tile in growth.Changed)
        {
            tiles[tile.Id] = tile;
        }

        Frontier = growth.Frontier;
        return growth.Changed;
    }

    public byte[] LeafHash(long index) => TreeHash.Leaf(leaves[(int)index]);

    /// <summary>The root by the other way to make one, which knows no tiles.</summary>
    public byte[] RootAt(long size)
    {
        var root = new MerkleRoot();
        for (int i = 0; i < size; i++)
        {
            root.Add(leaves[i]);
        }

        return root.Root();
    }

    /// <summary>Changes one bit of a tile, as somebody might in the database.</summary>
    public void Falsify(TileId tile)
    {
        byte[] hashes = tiles[tile].Hashes.ToArray();
        hashes[0] ^= 1;
        tiles[tile] = new HashTile(tile, hashes);
    }

    public void Lose(TileId tile) => tiles.Remove(tile);

    public ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> wanted, CancellationToken cancel)
    {
        Reads++;
        TilesRead += wanted.Count;
        return ValueTask.FromResult<IReadOnlyDictionary<TileId, HashTile>>(
            wanted.Where(tiles.ContainsKey).ToDictionary(id => id, id => tiles[id]));
    }
}
