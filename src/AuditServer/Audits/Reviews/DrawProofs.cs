using AuditServer.Ledger;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>Proves that the draw of a sample is in the log, so that whoever is shown the sample need not believe it.</summary>
internal sealed class DrawProofs(ILedgerReads ledger, CheckpointSigner signer)
{
    /// <summary>A plan, two commitments, a frame, two reveals and a draw are all that comes before reviews.</summary>
    private const int StepsToTheDraw = 7;

    /// <summary>The draw of an audit with its proof in the latest checkpoint; null of one that was abandoned before it drew.</summary>
    public async Task<ProvedDraw?> OfAsync(AuditRecord audit, CancellationToken cancel)
    {
        await using ILedgerSnapshot snapshot = await ledger.SnapshotAsync(cancel);
        StoredEntry? draw = (await snapshot.ReadEntriesAsync(audit.Source, audit.No, StepsToTheDraw, cancel))
            .FirstOrDefault(e => AuditEvent.Parser.ParseFrom(e.Payload).StepCase == AuditEvent.StepOneofCase.Drawn);
        if (draw is null)
        {
            return null;
        }

        LedgerProofs proofs = await LedgerProofs.OfAsync(snapshot, signer, cancel);
        ProvedEntry proved = await ProvedEntry.OfAsync(proofs, draw, cancel);
        return new ProvedDraw { EntryIndex = draw.Index, Proof = proved.ToMessage(withPayload: true) };
    }
}
