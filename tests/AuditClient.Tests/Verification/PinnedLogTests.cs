namespace AuditClient.Tests.Verification;

public class PinnedLogTests
{
    private static readonly TestLog Log = new();
    private static readonly PlainTree Tree = PlainTree.Of(40);
    private static readonly PlainTree Forged = new([.. Enumerable.Range(0, 40).Select(i => BitConverter.GetBytes(i == 3 ? 999 : i))]);

    private readonly MemoryCheckpointStore store = new();

    [Fact]
    public async Task A_log_that_grows_moves_the_pin()
    {
        using PinnedLog pinned = Pinned(Tree);
        foreach (int size in (int[])[5, 5, 8, 33, 40])
        {
            Assert.Equal(StandingToPin.Pinned, (await pinned.CompareAsync(Log.Checkpoint(Tree, size), CancellationToken.None)).Standing);
        }

        Assert.Equal(Log.Checkpoint(Tree, 40).Note, await store.FindAsync(TestLog.Origin));
    }

    [Fact]
    public async Task An_older_checkpoint_that_agrees_is_stale_and_no_tampering()
    {
        var proofs = new ProofsOfTree(Tree, 40);
        using PinnedLog pinned = Pinned(proofs);
        await pinned.CompareAsync(Log.Checkpoint(Tree, 40), CancellationToken.None);

        (StandingToPin standing, LogCheckpoint pin) = await pinned.CompareAsync(Log.Checkpoint(Tree, 7), CancellationToken.None);
        await pinned.CompareAsync(Log.Checkpoint(Tree, 7), CancellationToken.None);

        Assert.Equal((StandingToPin.Older, 40L, 1), (standing, pin.Size, proofs.Asked));
    }

    [Fact]
    public async Task A_replica_that_lags_behind_leaves_it_unproven()
    {
        using PinnedLog pinned = Pinned(new ProofsOfTree(Tree, 20));
        await store.TryReplaceAsync(TestLog.Origin, Log.Checkpoint(Tree, 40).Note, before: null);

        Assert.Equal(StandingToPin.Unproven, (await pinned.CompareAsync(Log.Checkpoint(Tree, 20), CancellationToken.None)).Standing);
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(20, 40)]
    [InlineData(40, 20)]
    public async Task A_rewritten_log_is_found_out_with_both_notes(int before, int now)
    {
        await store.TryReplaceAsync(TestLog.Origin, Log.Checkpoint(Tree, before).Note, before: null);
        using PinnedLog pinned = Pinned(Forged);
        LogCheckpoint forged = Log.Checkpoint(Forged, now);

        TamperDetectedException tampered = await Assert.ThrowsAsync<TamperDetectedException>(() => pinned.CompareAsync(forged, CancellationToken.None));

        Assert.Equal((Log.Checkpoint(Tree, before).Note, forged.Note), (tampered.PinnedNote, tampered.SeenNote));
        Assert.Equal(Log.Checkpoint(Tree, before).Note, await store.FindAsync(TestLog.Origin));
    }

    [Fact]
    public async Task A_pin_that_another_client_moved_is_compared_anew()
    {
        using PinnedLog one = Pinned(Tree);
        using PinnedLog other = Pinned(Tree);
        LogCheckpoint[] checkpoints = [.. Enumerable.Range(1, 40).Select(s => Log.Checkpoint(Tree, s))];
        await Task.WhenAll(checkpoints.SelectMany(c => (Task[])
        [
            Task.Run(() => one.CompareAsync(c, CancellationToken.None)),
            Task.Run(() => other.CompareAsync(c, CancellationToken.None)),
        ]));

        Assert.Equal(Log.Checkpoint(Tree, 40).Note, await store.FindAsync(TestLog.Origin));
    }

    [Fact]
    public async Task A_pin_that_was_tampered_with_is_not_believed()
    {
        await store.TryReplaceAsync(TestLog.Origin, Log.Checkpoint(Tree, 4).Note.Replace("\n4\n", "\n5\n", StringComparison.Ordinal), before: null);
        using PinnedLog pinned = Pinned(Tree);

        ProofRejectedException rejected = await Assert.ThrowsAsync<ProofRejectedException>(
            () => pinned.CompareAsync(Log.Checkpoint(Tree, 8), CancellationToken.None));

        Assert.Equal(ProofFault.SignatureWrong, rejected.Fault);
    }

    private PinnedLog Pinned(PlainTree tree) => Pinned(new ProofsOfTree(tree, 40));

    private PinnedLog Pinned(ProofsOfTree proofs) => new(Log.Trusted, store, proofs);
}
