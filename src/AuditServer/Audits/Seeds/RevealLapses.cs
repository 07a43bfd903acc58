using AuditServer.Audits.Lapses;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Seeds;

/// <summary>Makes entries of secrets that were withheld past their time, each of which voids its audit.</summary>
internal sealed class RevealLapses(Sequencer sequencer, IAuditReads reads, TimeProvider clock) : Lapses<string>(sequencer, clock)
{
    protected override Task<IReadOnlyList<string>> ListDueAsync(long nowMicros, int atMost, CancellationToken cancel) =>
        reads.ListRevealsDueAsync(nowMicros, atMost, cancel);

    protected override async ValueTask<bool> LapseAsync(Turn turn, string due, CancellationToken cancel)
    {
        if (await turn.Log.Audits.FindAsync(due, cancel) is not { RevealDueMicros: { } until } audit || until > turn.AcceptedMicros)
        {
            return false;
        }

        var step = new AuditEvent { AuditId = audit.Id, RevealWithheld = WithheldReveals.Of(audit.Document) };
        return await TakeAsync(turn, step, "reveal-withheld", cancel);
    }
}
