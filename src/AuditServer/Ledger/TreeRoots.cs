namespace AuditServer.Ledger;

/// <summary>Roots made of the tiles, each shown to be the beginning of the tree that the log signed last.</summary>
internal sealed class TreeRoots(ILedgerReads reads, CheckpointSigner signer) : ITreeRoots
{
    public async ValueTask<byte[]> AtAsync(long size, CancellationToken cancel)
    {
        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
        LedgerProofs proofs = await LedgerProofs.OfAsync(snapshot, signer, cancel);
        return await proofs.RootAsync(size, cancel);
    }
}
