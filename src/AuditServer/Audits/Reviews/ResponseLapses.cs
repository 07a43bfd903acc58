using AuditServer.Audits.Lapses;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// Makes entries of response windows that have passed: silence accepts. The step's name is made of the finding, so that a finding
/// lapses once.
/// </summary>
internal sealed class ResponseLapses(Sequencer sequencer, IAuditReads reads, TimeProvider clock) : Lapses<DueItem>(sequencer, clock)
{
    protected override Task<IReadOnlyList<DueItem>> ListDueAsync(long nowMicros, int atMost, CancellationToken cancel) =>
        reads.ListDueAsync(nowMicros, atMost, cancel);

    protected override async ValueTask<bool> LapseAsync(Turn turn, DueItem due, CancellationToken cancel)
    {
        AuditRecord? audit = await turn.Log.Audits.FindAsync(due.AuditId, cancel);
        SampleItemRow? item = audit is null ? null : await turn.Log.Audits.FindItemAsync(audit.No, due.UnitId, cancel);
        if (item?.DueMicros is not { } until || until > turn.AcceptedMicros || !AuditTransitions.Allows(audit!.Document, AuditStep.Respond))
        {
            return false;
        }

        IReadOnlyList<LoggedStep> history = await ItemWriter.HistoryAsync(turn, audit, item, cancel);
        var step = new AuditEvent
        {
            AuditId = audit.Id,
            Answered = new FindingAnswered { UnitId = item.UnitId, Lapsed = AuditFold.TimeOf(until) },
        };
        return await TakeAsync(turn, step, $"lapse/{history[^1].EntryIndex}", cancel);
    }
}
