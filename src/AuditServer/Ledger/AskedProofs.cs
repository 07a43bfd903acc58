using CrimeAudit.V1;

namespace AuditServer.Ledger;

/// <summary>Receipts of one call that wait for their proofs.</summary>
internal sealed class AskedProofs(IReadOnlyCollection<Receipt> receipts, CancellationToken cancel)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<Receipt> Receipts => receipts;

    /// <summary>Whether the caller no longer waits.</summary>
    public bool IsGone => cancel.IsCancellationRequested;

    /// <summary>Ends when every receipt has its proof.</summary>
    public Task Done => done.Task;

    public void Succeed() => done.TrySetResult();

    public void Fail(Exception exception) => done.TrySetException(exception);
}
