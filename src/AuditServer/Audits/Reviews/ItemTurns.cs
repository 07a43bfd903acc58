using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>Who may do what to an item: decided in the turn, on the item as it stands there.</summary>
internal static class ItemTurns
{
    /// <summary>A blind review: by whom it is given to, and who has not reviewed it yet.</summary>
    /// <exception cref="Fault">UNKNOWN_SAMPLE_ITEM, NOT_ASSIGNED, ALREADY_REVIEWED or AUDIT_STATE.</exception>
    public static async ValueTask RequireReviewAsync(Turn turn, AuditRecord audit, string unitId, Caller caller, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Review);
        ReviewerForces.Require(audit.Document, caller);
        SampleItemRow item = await ItemWriter.FindAsync(turn, audit, unitId, cancel);
        await RequireNotReviewedAsync(turn, audit, item, caller, cancel);

        string?[] asked = item.State switch
        {
            ItemState.AwaitingReview or ItemState.AwaitingSecondReview => [item.FirstReviewer, item.SecondReviewer],
            ItemState.AwaitingPassReview => [item.LaterReviewer],
            _ => [item.FirstReviewer, item.SecondReviewer, item.LaterReviewer],
        };
        if (!asked.Contains(caller.Subject))
        {
            throw Faults.NotAssigned(unitId, "it is not assigned to you for review");
        }

        Require(item, ItemMove.Passed, caller);
    }

    /// <summary>A reconsideration: by whom it is given to, and who had no hand in it.</summary>
    /// <exception cref="Fault">UNKNOWN_SAMPLE_ITEM, NOT_ASSIGNED, ALREADY_REVIEWED or AUDIT_STATE.</exception>
    public static async ValueTask RequireReconsiderAsync(Turn turn, AuditRecord audit, string unitId, Caller caller, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Reconsider);
        ReviewerForces.Require(audit.Document, caller);
        SampleItemRow item = await ItemWriter.FindAsync(turn, audit, unitId, cancel);
        if (!item.IsGivenTo(caller.Subject))
        {
            throw Faults.NotAssigned(unitId, "it is not assigned to you to be reconsidered");
        }

        // Whoever reviewed it has a hand in it; of those to whom it is given it is the later reviewer who has none.
        await RequireNotReviewedAsync(turn, audit, item, caller, cancel);
        Require(item, ItemMove.ReconsideredPass, caller);
    }

    /// <summary>An arbitration: by an arbitrator of the plan, or else a lead, who had no hand in it.</summary>
    /// <exception cref="Fault">UNKNOWN_SAMPLE_ITEM, NOT_ASSIGNED, ROLE_MISSING or AUDIT_STATE.</exception>
    public static async ValueTask RequireArbitrateAsync(
        Turn turn, AuditRecord audit, string unitId, Caller caller, string method, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Arbitrate);
        ReviewerForces.Require(audit.Document, caller);
        if (audit.Document.Plan.ReviewPolicy is { Arbitrators.Count: > 0 } policy)
        {
            if (!policy.Arbitrators.Contains(caller.Subject))
            {
                throw Faults.NotAssigned(unitId, "the plan names its arbitrators, and you are none of them");
            }
        }
        else if (!caller.Is(Role.Lead))
        {
            throw Faults.RoleMissing(method, [Role.Lead]);
        }

        SampleItemRow item = await ItemWriter.FindAsync(turn, audit, unitId, cancel);
        if (await FindJudgedAsync(turn, audit, item, caller, cancel) is not null)
        {
            throw Faults.NotAssigned(unitId, "you have judged it before");
        }

        Require(item, ItemMove.ArbitratedPass, caller);
    }

    /// <summary>A reopening, by a lead.</summary>
    /// <exception cref="Fault">UNKNOWN_SAMPLE_ITEM or AUDIT_STATE.</exception>
    public static async ValueTask RequireReopenAsync(Turn turn, AuditRecord audit, string unitId, Caller caller, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Reopen);
        Require(await ItemWriter.FindAsync(turn, audit, unitId, cancel), ItemMove.Reopened, caller);
    }

    /// <summary>The force's answer: while a finding is with it, and its time runs.</summary>
    /// <exception cref="Fault">UNKNOWN_SAMPLE_ITEM, RESPONSE_WINDOW_CLOSED or AUDIT_STATE.</exception>
    public static async ValueTask RequireRespondAsync(Turn turn, AuditRecord audit, string unitId, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Respond);
        SampleItemRow item = await ItemWriter.FindAsync(turn, audit, unitId, cancel);
        if (!item.Told)
        {
            // What the force was told nothing of it cannot know to be in the sample.
            throw Faults.UnknownSampleItem(audit.Id, unitId);
        }

        ItemTransitions.Require(item, ItemMove.Accepted);
        if (item.DueMicros <= turn.AcceptedMicros)
        {
            throw Faults.ResponseWindowClosed(unitId, Micros.ToTime(item.DueMicros.Value));
        }
    }

    /// <summary>A report that cannot be had: says whom it is given to, or a lead.</summary>
    /// <exception cref="Fault">UNKNOWN_SAMPLE_ITEM, NOT_ASSIGNED, ALREADY_REVIEWED or AUDIT_STATE.</exception>
    public static async ValueTask<SampleItemRow> RequireUnavailableAsync(
        Turn turn, AuditRecord audit, string unitId, Caller caller, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.ReportUnavailable);
        SampleItemRow item = await ItemWriter.FindAsync(turn, audit, unitId, cancel);
        if (!caller.Is(Role.Lead))
        {
            ReviewerForces.Require(audit.Document, caller);
            if (!item.IsGivenTo(caller.Subject))
            {
                throw Faults.NotAssigned(unitId, "it is not assigned to you for review");
            }
        }

        if (item.ReviewEntry is { } review && item.IsGivenTo(caller.Subject))
        {
            // Where it stands since is nothing to one of its reviewers.
            throw Faults.AlreadyReviewed(unitId, review);
        }

        ItemTransitions.Require(item, ItemMove.FoundUnavailable);
        return item;
    }

    private static async ValueTask RequireNotReviewedAsync(
        Turn turn, AuditRecord audit, SampleItemRow item, Caller caller, CancellationToken cancel)
    {
        if (await FindJudgedAsync(turn, audit, item, caller, cancel) is { } own)
        {
            throw Faults.AlreadyReviewed(item.UnitId, own.EntryIndex);
        }
    }

    /// <summary>The caller's last judgement of an item; null where there is none.</summary>
    private static async ValueTask<LoggedStep?> FindJudgedAsync(
        Turn turn, AuditRecord audit, SampleItemRow item, Caller caller, CancellationToken cancel) => item.ReviewEntry is null
            ? null
            : (await ItemWriter.HistoryAsync(turn, audit, item, cancel))
                .LastOrDefault(s => s.Event.Actor == caller.Subject && ItemCourse.ReviewOf(s.Event) is not null);

    /// <summary>Throws unless something may happen to an item. Whether a review to come is the first is not told to who makes it.</summary>
    private static void Require(SampleItemRow item, ItemMove move, Caller caller)
    {
        bool isBlind = item.IsGivenTo(caller.Subject) && item.State is (ItemState.AwaitingSecondReview or ItemState.AwaitingPassReview);
        ItemTransitions.Require(item, move, isBlind ? ItemState.AwaitingReview : item.State);
    }
}
