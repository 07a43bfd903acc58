using AuditServer.Audits.Lapses;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Seeds;

/// <summary>Makes entries of secrets that were withheld past their time, each of which voids its audit.</summary>
internal sealed class RevealLapses(Sequencer sequencer, IAuditReads reads, TimeProvider clock) : ILapses
{
    private const int AtOnce = 500;

    public async Task LapseAsync(CancellationToken cancel)
    {
        int found;
        do
        {
            IReadOnlyList<string> due = await reads.ListRevealsDueAsync(Micros.Of(clock.GetUtcNow()), AtOnce, cancel);
            await Task.WhenAll(due.Select(id => sequencer.RunAsync((turn, token) => LapseAsync(turn, id, token), cancel)));
            found = due.Count;
        }
        while (found == AtOnce);
    }

    /// <returns>Whether the audit was voided in this turn.</returns>
    private static async ValueTask<bool> LapseAsync(Turn turn, string auditId, CancellationToken cancel)
    {
        if (await turn.Log.Audits.FindAsync(auditId, cancel) is not { RevealDueMicros: { } due } audit || due > turn.AcceptedMicros)
        {
            return false;
        }

        var step = new AuditEvent { AuditId = audit.Id, RevealWithheld = WithheldReveals.Of(audit.Document) };
        var request = new ReceiptRequest(audit.Id, $"{ReceiptSteps.ReservedPrefix}reveal-withheld")
        {
            Permit = _ => { },
            IsSame = step.Equals,
            Decide = (_, _, _) => ValueTask.FromResult<AuditEvent?>(step),
        };
        return !(await ReceiptSteps.TakeAsync(turn, request, cancel)).Replayed;
    }
}
