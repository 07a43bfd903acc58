using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>Writes assignments. Who is given what follows from the items as they stand in the turn, live and in a replay.</summary>
internal static class AssignmentWriter
{
    /// <summary>Works out who is given what.</summary>
    public static async ValueTask<Assigned> AssignAsync(Turn turn, AuditRecord audit, ReviewsAssigned asked, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Assign);
        IReadOnlyList<SampleItemRow> items = await turn.Log.Audits.ReadItemsAsync(audit.No, ItemRowRange.Sample, cancel);
        var hands = new Dictionary<SampleItemRow, IReadOnlySet<string>>();
        foreach (SampleItemRow item in items.Where(Assigning.NeedsHands))
        {
            hands.Add(item, Hands(await ItemWriter.HistoryAsync(turn, audit, item, cancel)));
        }

        return new Assigning(audit.Document, items, hands).Give([.. asked.Reviewers.Select(r => r.Subject)], asked.Released);
    }

    /// <summary>Who judged an item.</summary>
    public static IReadOnlySet<string> Hands(IReadOnlyList<LoggedStep> history) =>
        history.Where(s => ItemCourse.ReviewOf(s.Event) is not null).Select(s => s.Event.Actor).ToHashSet(StringComparer.Ordinal);

    /// <exception cref="Fault">AUDIT_STATE; or another assignment than the step says.</exception>
    public static async ValueTask<WrittenStep> WriteAsync(
        Turn turn, RequestKey key, AuditRecord audit, AuditEvent step, byte[] stored, CancellationToken cancel)
    {
        Assigned assigned = await AssignAsync(turn, audit, step.Assigned, cancel);
        if (!assigned.Shares.SequenceEqual(step.Assigned.Shares) || assigned.Unassigned != step.Assigned.Unassigned)
        {
            throw StepMismatch.Of(audit, "the shares that the step says", "others");
        }

        WrittenStep written = await AuditWriter.StepAsync(turn, key, audit, step, stored, cancel);
        await turn.Log.Audits.AssignAsync(audit.No, assigned.Changed, cancel);
        return written;
    }
}
