using AuditCore.Ledger;
using AuditServer.Errors;
using AuditServer.Ledger;
using CrimeAudit.V1;

namespace AuditServer.Tests.Ledger;

public sealed class CheckpointSignerTests : IDisposable
{
    private readonly CheckpointSigner signer = new("crimeaudit.example.org/log", [SigningKey.Create("crimeaudit.example.org/log")]);

    public void Dispose() => signer.Dispose();

    [Fact]
    public void A_checkpoint_that_is_read_again_was_checked_already()
    {
        StoredCheckpoint stored = signer.Sign(7, TreeHash.Empty);
        Assert.Same(signer.Open(stored), signer.Open(new StoredCheckpoint(7, new string(stored.Note))));
    }

    [Fact]
    public void Another_text_is_checked_whatever_was_read_before_it()
    {
        StoredCheckpoint stored = signer.Sign(7, TreeHash.Empty);
        Assert.Equal(7, signer.Open(stored).Size);
        Assert.All(
            [stored with { Size = 8 }, new StoredCheckpoint(8, stored.Note.Replace("\n7\n", "\n8\n", StringComparison.Ordinal))],
            changed => Assert.Equal(ErrorReason.LedgerDamaged, Assert.Throws<Fault>(() => signer.Open(changed)).Reason));
        Assert.Equal(9, signer.Open(signer.Sign(9, TreeHash.Empty)).Size);
    }
}
