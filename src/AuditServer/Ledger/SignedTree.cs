using AuditCore.Ledger;

namespace AuditServer.Ledger;

/// <summary>A tree that the log signed.</summary>
/// <param name="Note">The signed note.</param>
/// <param name="Checkpoint">What it says.</param>
internal sealed record SignedTree(SignedNote Note, Checkpoint Checkpoint)
{
    public long Size => Checkpoint.Size;

    public byte[] Root => Checkpoint.Root;
}
