using AuditCore.Ledger;
using AuditServer.Errors;

namespace AuditServer.Ledger;

/// <summary>A tree that the log signed.</summary>
/// <param name="Note">The signed note.</param>
/// <param name="Checkpoint">What it says.</param>
internal sealed record SignedTree(SignedNote Note, Checkpoint Checkpoint)
{
    public long Size => Checkpoint.Size;

    public byte[] Root => Checkpoint.Root;

    /// <summary>Reads a checkpoint that is kept.</summary>
    /// <exception cref="Fault">LEDGER_DAMAGED: it is none, of another size, or its signature is wrong.</exception>
    public static SignedTree Open(StoredCheckpoint stored, CheckpointSigner signer)
    {
        try
        {
            SignedNote note = SignedNote.Parse(stored.Note);
            Checkpoint checkpoint = Checkpoint.Parse(note.Text);
            // One of a key that was changed since is told as it is: whoever keeps that key can check it.
            return checkpoint.Size == stored.Size && note.Check(signer.Verifiers) != NoteVerdict.WrongSignature
                ? new SignedTree(note, checkpoint)
                : throw Faults.LedgerDamaged(new TreeDamagedException(
                    $"The checkpoint of {stored.Size} entries is of another size, or its signature is wrong."));
        }
        catch (FormatException wrong)
        {
            throw Faults.LedgerDamaged(wrong);
        }
    }
}
