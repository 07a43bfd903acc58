using AuditCore.Estimation;
using AuditCore.Sampling;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>What a step makes of an item: a function of the plan, the item, its history and the step alone, so a replay makes the same.</summary>
internal static class ItemCourse
{
    /// <summary>The item after a step.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="item">The item before.</param>
    /// <param name="history">What was done to it before.</param>
    /// <param name="step">The step.</param>
    /// <param name="place">The entry that the step gets.</param>
    /// <exception cref="Fault">AUDIT_STATE.</exception>
    public static SampleItemRow After(Audit audit, SampleItemRow item, IReadOnlyList<LoggedStep> history, AuditEvent step, EntryPlace place)
    {
        ItemMove move = MoveOf(audit, item, history, step);
        ItemState state = ItemTransitions.After(item, move);
        bool asksForce = state is ItemState.WithForce or ItemState.Upheld;
        return item with
        {
            State = state,
            ReviewEntry = Counts(item, move) ? place.Index : item.ReviewEntry,
            DueMicros = asksForce ? place.AcceptedMicros + (long)ReviewWindow.Of(audit.Plan).TotalMicroseconds : null,
            Told = item.Told || asksForce,
            LaterReviewer = state is ItemState.AwaitingPassReview or ItemState.Disputed or ItemState.Reopened ? null : item.LaterReviewer,
        };
    }

    /// <summary>The review that a step makes; null when it makes none.</summary>
    public static Review? ReviewOf(AuditEvent step) => step.StepCase switch
    {
        AuditEvent.StepOneofCase.Reviewed => step.Reviewed.Review,
        AuditEvent.StepOneofCase.Reconsidered => step.Reconsidered.Review,
        AuditEvent.StepOneofCase.Arbitrated => step.Arbitrated.Review,
        _ => null,
    };

    /// <summary>Whether the step's review is the one that counts from now on. Of two that differ the first does until arbitration.</summary>
    private static bool Counts(SampleItemRow item, ItemMove move) => move switch
    {
        ItemMove.ReconsideredPass or ItemMove.ReconsideredFail or ItemMove.ArbitratedPass or ItemMove.ArbitratedFail => true,
        _ => item.State == ItemState.AwaitingReview && move != ItemMove.FoundUnavailable,
    };

    private static ItemMove MoveOf(Audit audit, SampleItemRow item, IReadOnlyList<LoggedStep> history, AuditEvent step) => step.StepCase switch
    {
        AuditEvent.StepOneofCase.Reviewed => OfReview(audit, item, history, step.Reviewed.Review),
        AuditEvent.StepOneofCase.Unavailable => ItemMove.FoundUnavailable,
        AuditEvent.StepOneofCase.Answered => OfAnswer(step.Answered),
        AuditEvent.StepOneofCase.Reconsidered =>
            ReviewFindings.IsFail(step.Reconsidered.Review) ? ItemMove.ReconsideredFail : ItemMove.ReconsideredPass,
        AuditEvent.StepOneofCase.Arbitrated =>
            ReviewFindings.IsFail(step.Arbitrated.Review) ? ItemMove.ArbitratedFail : ItemMove.ArbitratedPass,
        AuditEvent.StepOneofCase.Reopened => ItemMove.Reopened,
        _ => throw new InvalidOperationException($"{step.StepCase} is no step of an item."),
    };

    private static ItemMove OfReview(Audit audit, SampleItemRow item, IReadOnlyList<LoggedStep> history, Review review)
    {
        ItemTransitions.Require(item, ItemMove.Passed);
        bool fail = ReviewFindings.IsFail(review);
        if (item.State != ItemState.AwaitingReview)
        {
            Review first = ReviewOf(history.Single(s => s.EntryIndex == item.ReviewEntry).Event)!;
            return !ReviewFindings.Agree(first, review) ? ItemMove.Differed : fail ? ItemMove.Failed : ItemMove.Passed;
        }

        return ReviewTickets.AsksForSecond(audit.Plan, audit.Seed.Seed, item.UnitId) ? ItemMove.ReviewedFirst
            : fail ? ItemMove.Failed
            : ReviewTickets.AsksForPassReview(audit.Plan, audit.Seed.Seed, item.UnitId) ? ItemMove.PassedAndChosen
            : ItemMove.Passed;
    }

    private static ItemMove OfAnswer(FindingAnswered answered) => answered.AnswerCase switch
    {
        FindingAnswered.AnswerOneofCase.Accepted => ItemMove.Accepted,
        FindingAnswered.AnswerOneofCase.Disputed => ItemMove.Disputed,
        FindingAnswered.AnswerOneofCase.Lapsed => ItemMove.Lapsed,
        _ => throw new InvalidOperationException("A blank is no answer."),
    };
}
