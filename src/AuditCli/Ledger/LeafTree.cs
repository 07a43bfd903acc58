using AuditCore.Ledger;

namespace AuditCli.Ledger;

/// <summary>The tree over leaves at hand, its tiles in memory.</summary>
internal sealed class LeafTree : ITileReader
{
    private readonly Dictionary<TileId, HashTile> all;

    public LeafTree(IReadOnlyList<byte[]> leaves)
    {
        TreeGrowth growth = TreeFrontier.Empty.Append([.. leaves.SelectMany(l => TreeHash.Leaf(l))]);
        all = growth.Changed.ToDictionary(t => t.Id);
        (Size, Root) = (growth.Frontier.Size, growth.Frontier.Root());
    }

    public long Size { get; }

    public byte[] Root { get; }

    public TreeProofs Proofs => new(this);

    public ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyDictionary<TileId, HashTile>>(all);
}
