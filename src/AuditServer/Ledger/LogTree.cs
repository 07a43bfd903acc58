using AuditCore.Ledger;
using AuditServer.Errors;
using AuditServer.Sequencing;

namespace AuditServer.Ledger;

/// <summary>
/// The tree over the leaf texts of the log, grown in the turn that appends the entries: tiles, root and signed checkpoint are durable
/// with them or not at all. It grows in one turn at a time.
/// </summary>
/// <param name="signer">Signs a checkpoint for each turn; null: none is, and a server that serves the log does it when it starts.</param>
internal sealed class LogTree(CheckpointSigner? signer) : ILogTree
{
    // Of the turn written last. It is used only where the head says that the log still ends so, whoever wrote meanwhile, and
    // whatever became of that turn.
    private TreeFrontier last = TreeFrontier.Empty;

    /// <inheritdoc/>
    public byte[] LeafHashes(IReadOnlyList<Entry> entries)
    {
        byte[] hashes = new byte[entries.Count * TreeHash.Bytes];
        for (int i = 0; i < entries.Count; i++)
        {
            TreeHash.Leaf(EntryLeaf.Of(entries[i]), hashes.AsSpan(i * TreeHash.Bytes, TreeHash.Bytes));
        }

        return hashes;
    }

    /// <inheritdoc/>
    public async ValueTask<byte[]> GrowAsync(ILogTurn log, byte[] leafHashes, CancellationToken cancel)
    {
        TreeFrontier frontier = await FrontierAsync(log, cancel);
        TreeGrowth growth = frontier.Append(leafHashes);
        byte[] root = growth.Frontier.Root();
        await log.Ledger.SaveTilesAsync(growth.Changed, cancel);
        if (signer is not null)
        {
            await log.Ledger.AddCheckpointAsync(signer.Sign(growth.Frontier.Size, root), cancel);
        }

        last = growth.Frontier;
        return root;
    }

    private async ValueTask<TreeFrontier> FrontierAsync(ILogTurn log, CancellationToken cancel)
    {
        byte[] root = log.Head.Root ?? throw new InvalidOperationException("The tree of this log is not derived yet; nothing is appended before.");
        return last.Size == log.Head.Size && root.AsSpan().SequenceEqual(last.Root())
            ? last
            : await ReadAsync(log.Ledger, log.Head.Size, root, cancel);
    }

    private static async ValueTask<TreeFrontier> ReadAsync(ITileReader tiles, long size, byte[] root, CancellationToken cancel)
    {
        try
        {
            var frontier = TreeFrontier.Of(size, await tiles.ReadTilesAsync([.. TileId.RightEdge(size)], cancel));
            return root.AsSpan().SequenceEqual(frontier.Root())
                ? frontier
                : throw new TreeDamagedException($"The right edge of the tree at {size} entries does not give its root.");
        }
        catch (TreeDamagedException damaged)
        {
            throw Faults.LedgerDamaged(damaged);
        }
    }
}
