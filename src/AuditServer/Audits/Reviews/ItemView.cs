using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// What of an item goes to whom. Everything that is sent is put in here for the one who asks; nothing is sent and left to the
/// client to hide.
/// </summary>
/// <param name="audit">The audit.</param>
/// <param name="viewer">As whom.</param>
/// <param name="subject">Who.</param>
internal sealed class ItemView(Audit audit, ItemViewer viewer, string subject)
{
    /// <summary>Whether an item is looked at blind.</summary>
    public bool IsBlind(SampleItemRow item, IReadOnlyList<LoggedStep> history) => AsWhom(item, history) == ItemViewer.Auditor;

    /// <summary>The item as far as it is shown.</summary>
    public SampleItem Show(ReviewedItem item, IReadOnlyList<LoggedStep> history) => AsWhom(item.Row, history) switch
    {
        ItemViewer.Whole => Whole(item, history),
        ItemViewer.Auditor => ToAuditor(item.Row, history),
        _ => ToForce(item, history),
    };

    /// <summary>Whoever has a review of the item to make looks at it as an auditor, whatever else the credential permits.</summary>
    private ItemViewer AsWhom(SampleItemRow item, IReadOnlyList<LoggedStep> history) =>
        viewer == ItemViewer.Whole && TaskOf(item, history) == ReviewTask.Review ? ItemViewer.Auditor : viewer;

    private SampleItem Whole(ReviewedItem item, IReadOnlyList<LoggedStep> history)
    {
        SampleItem shown = Place(item.Row);
        shown.Ticket = item.Row.Ticket;
        Stand(shown, item);
        shown.Task = TaskOf(item.Row, history);
        if (item.Review is not null)
        {
            shown.Reviewer = AuditEvent.Parser.ParseFrom(item.Review).Actor;
        }

        shown.AssignedTo.AddRange(item.Row.GivenTo);
        shown.History.AddRange(history.Select(s => Told(s, s.Event.Actor)));
        return shown;
    }

    /// <summary>The own reviews; and what is to be reconsidered or arbitrated, which cannot be judged without what is in dispute.</summary>
    private SampleItem ToAuditor(SampleItemRow item, IReadOnlyList<LoggedStep> history)
    {
        SampleItem shown = Place(item);
        shown.Ticket = item.Ticket;
        shown.Task = TaskOf(item, history);
        LoggedStep[] own = [.. history.Where(IsOwn)];
        if (own.LastOrDefault(s => ItemCourse.ReviewOf(s.Event) is not null) is { } last)
        {
            shown.Reviewed = true;
            shown.Review = ItemCourse.ReviewOf(last.Event);
            shown.Reviewer = subject;
        }

        shown.History.AddRange(shown.Task switch
        {
            ReviewTask.Reconsider => history.Where(s => IsToReconsider(item, s)).Select(s => Told(s, "")),
            ReviewTask.Arbitrate => history.Select(s => Told(s, "")),
            _ => own.Select(s => Told(s, subject)),
        });
        return shown;
    }

    /// <summary>The finding, and what came after it; who reviewed is nothing to the force.</summary>
    private SampleItem ToForce(ReviewedItem item, IReadOnlyList<LoggedStep> history)
    {
        SampleItem shown = Place(item.Row);
        Stand(shown, item);
        LoggedStep? counting = history.FirstOrDefault(s => s.EntryIndex == item.Row.ReviewEntry);
        shown.History.AddRange(history
            .Where(s => s == counting || s.Event.StepCase is not AuditEvent.StepOneofCase.Reviewed)
            .Select(s => Told(s, s.Event.StepCase == AuditEvent.StepOneofCase.Answered ? s.Event.Actor : "")));
        return shown;
    }

    private SampleItem Place(SampleItemRow item) => new()
    {
        Stratum = audit.Strata[item.Stratum].Name,
        Position = item.Position,
        UnitId = item.UnitId,
    };

    private static void Stand(SampleItem shown, ReviewedItem item)
    {
        shown.Reviewed = item.Review is not null;
        shown.State = item.Row.State;
        shown.ResponseDue = item.Row.DueMicros is { } due ? AuditFold.TimeOf(due) : null;
        if (item.Review is not null)
        {
            shown.Review = ItemCourse.ReviewOf(AuditEvent.Parser.ParseFrom(item.Review));
        }
    }

    private ReviewTask TaskOf(SampleItemRow item, IReadOnlyList<LoggedStep> history) => item.State switch
    {
        ItemState.AwaitingReview or ItemState.AwaitingSecondReview
            when (item.FirstReviewer == subject || item.SecondReviewer == subject) && !history.Any(IsOwnReview) => ReviewTask.Review,
        ItemState.AwaitingPassReview when item.LaterReviewer == subject => ReviewTask.Review,
        ItemState.Disputed or ItemState.Reopened when item.LaterReviewer == subject => ReviewTask.Reconsider,
        _ when ItemViewers.IsToArbitrate(item) && ItemViewers.Arbitrates(audit, subject) && !history.Any(IsOwnReview) => ReviewTask.Arbitrate,
        _ => ReviewTask.Unspecified,
    };

    private bool IsOwn(LoggedStep step) => step.Event.Actor == subject;

    private bool IsOwnReview(LoggedStep step) => IsOwn(step) && ItemCourse.ReviewOf(step.Event) is not null;

    private static bool IsToReconsider(SampleItemRow item, LoggedStep step) => step.EntryIndex >= item.ReviewEntry;

    private static ItemStep Told(LoggedStep step, string actor) => new()
    {
        EntryIndex = step.EntryIndex,
        AcceptedTime = AuditFold.TimeOf(step.AcceptedMicros),
        Kind = KindOf(step.Event),
        Actor = actor,
        Review = ItemCourse.ReviewOf(step.Event),
        Reason = ReasonOf(step.Event),
    };

    private static ItemStepKind KindOf(AuditEvent step) => step.StepCase switch
    {
        AuditEvent.StepOneofCase.Reviewed => ItemStepKind.Reviewed,
        AuditEvent.StepOneofCase.Unavailable => ItemStepKind.Unavailable,
        AuditEvent.StepOneofCase.Reconsidered => ItemStepKind.Reconsidered,
        AuditEvent.StepOneofCase.Arbitrated => ItemStepKind.Arbitrated,
        AuditEvent.StepOneofCase.Reopened => ItemStepKind.Reopened,
        _ => step.Answered.AnswerCase switch
        {
            FindingAnswered.AnswerOneofCase.Accepted => ItemStepKind.Accepted,
            FindingAnswered.AnswerOneofCase.Disputed => ItemStepKind.Disputed,
            _ => ItemStepKind.Lapsed,
        },
    };

    private static string ReasonOf(AuditEvent step) => step.StepCase switch
    {
        AuditEvent.StepOneofCase.Unavailable => step.Unavailable.Reason,
        AuditEvent.StepOneofCase.Reconsidered => step.Reconsidered.Reason,
        AuditEvent.StepOneofCase.Arbitrated => step.Arbitrated.Reason,
        AuditEvent.StepOneofCase.Reopened => step.Reopened.Reason,
        AuditEvent.StepOneofCase.Answered => step.Answered.Disputed,
        _ => "",
    };
}
