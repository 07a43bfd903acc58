using AuditServer.Audits.Lapses;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// Makes entries of response windows that have passed: silence accepts. The request id is made of the finding, so that a finding
/// lapses once.
/// </summary>
internal sealed class ResponseLapses(Sequencer sequencer, IAuditReads reads, TimeProvider clock) : ILapses
{
    private const int AtOnce = 500;

    public async Task LapseAsync(CancellationToken cancel)
    {
        int found;
        do
        {
            IReadOnlyList<DueItem> due = await reads.ListDueAsync(Micros.Of(clock.GetUtcNow()), AtOnce, cancel);
            await Task.WhenAll(due.Select(item => sequencer.RunAsync((turn, token) => LapseAsync(turn, item, token), cancel)));
            found = due.Count;
        }
        while (found == AtOnce);
    }

    /// <returns>Whether the finding lapsed in this turn.</returns>
    private static async ValueTask<bool> LapseAsync(Turn turn, DueItem due, CancellationToken cancel)
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
        var request = new ReceiptRequest(audit.Id, $"{ReceiptSteps.ReservedPrefix}lapse/{history[^1].EntryIndex}")
        {
            Permit = _ => { },
            IsSame = step.Equals,
            Decide = (_, _, _) => ValueTask.FromResult<AuditEvent?>(step),
        };
        return !(await ReceiptSteps.TakeAsync(turn, request, cancel)).Replayed;
    }
}
