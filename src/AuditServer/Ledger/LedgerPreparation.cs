using AuditCore.Ledger;
using AuditServer.Errors;
using AuditServer.Hosting;
using AuditServer.Sequencing;

namespace AuditServer.Ledger;

/// <summary>
/// Before anything is appended: derives the tree of a log that was written before there was one, in turns, so that of several instances
/// each does a part; and sees to it that the log as it is has a checkpoint that every current key signed.
/// </summary>
internal sealed partial class LedgerPreparation(
    ILogStore store, ILogReads log, ILedgerReads reads, ILogger<LedgerPreparation> logger, CheckpointSigner? signer = null) : IHostedService
{
    private const int AtOnce = 2_000;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        bool derived = false;
        while (!await IsReadyAsync(cancellationToken))
        {
            derived |= await PrepareAsync(cancellationToken);
        }

        if (derived)
        {
            LogDerived(logger);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
        return snapshot.Head.Root is not null && (signer is null || await IsSignedAsync(snapshot, signer, cancel));
    }

    private static async Task<bool> IsSignedAsync(ILedgerSnapshot snapshot, CheckpointSigner signer, CancellationToken cancel) =>
        await snapshot.FindCheckpointAsync(snapshot.Head.Size, cancel) is { } checkpoint && signer.HasSigned(SignedNote.Parse(checkpoint.Note));

    /// <summary>Does a part of what is missing.</summary>
    /// <returns>Whether a part of the tree was derived.</returns>
    private async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        await using ILogTurn turn = await store.TakeTurnAsync(cancel);
        byte[]? root = turn.Head.Root;
        if (root is null)
        {
            await turn.CommitAsync(turn.Head with { Root = await DeriveAsync(turn, cancel) }, cancel);
            return true;
        }

        if (signer is not null)
        {
            await RequireSignableAsync(cancel);
            await turn.Ledger.AddCheckpointAsync(signer.Sign(turn.Head.Size, root), cancel);
            await turn.CommitAsync(turn.Head, cancel);
        }

        return false;
    }

    /// <exception cref="StartRefusedException">The log is not what was signed.</exception>
    private async Task RequireSignableAsync(CancellationToken cancel)
    {
        try
        {
            await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
            await SignableTree.RequireAsync(snapshot, cancel);
        }
        catch (TreeDamagedException damaged)
        {
            throw new StartRefusedException($"The log in the database is damaged, and is not signed: {damaged.Message} AuditServer fsck says more.", damaged);
        }
    }

    /// <summary>Derives the tree further.</summary>
    /// <returns>Its root once it holds the whole log; null before.</returns>
    private async Task<byte[]?> DeriveAsync(ILogTurn turn, CancellationToken cancel)
    {
        long size = await turn.Ledger.ReadTreeSizeAsync(cancel);
        // Entries of earlier turns: a reading beside this turn sees them all.
        IReadOnlyList<StoredEntry> entries = await log.ReadAsync(size, AtOnce, cancel);
        if (entries.Count == 0 && size < turn.Head.Size)
        {
            throw Faults.LedgerDamaged(new TreeDamagedException($"Entry {size} is missing, and the log has {turn.Head.Size}."));
        }

        var frontier = TreeFrontier.Of(size, await turn.Ledger.ReadTilesAsync([.. TileId.RightEdge(size)], cancel));
        TreeGrowth growth = frontier.Append([.. entries.SelectMany(e => TreeHash.Leaf(EntryLeaf.Of(e)))]);
        await turn.Ledger.SaveTilesAsync(growth.Changed, cancel);
        return growth.Frontier.Size == turn.Head.Size ? growth.Frontier.Root() : null;
    }

    [LoggerMessage(LogLevel.Information, "Derived the tree of the log that was there")]
    private static partial void LogDerived(ILogger logger);
}
