using AuditCore.Sampling;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Audits;

/// <summary>
/// What the steps of an audit amount to: the derived document is nothing but this fold over the audit's entries, so a
/// replayed request can be given the answer that it got the first time.
/// </summary>
internal static class AuditFold
{
    /// <summary>The audit after being planned.</summary>
    public static Audit Planned(AuditEvent planned, long acceptedMicros)
    {
        var audit = new Audit
        {
            AuditId = planned.AuditId,
            Plan = planned.Planned,
            State = AuditState.Planned,
            CreatedTime = TimeOf(acceptedMicros),
            Seed = new SeedStatus(),
        };
        audit.Strata.AddRange(planned.Planned.Strata.Select(s => new FrameStratum { Name = s.Name }));
        return audit;
    }

    /// <summary>The audit after a step other than being planned, and other than those of its items.</summary>
    public static Audit Apply(Audit before, AuditEvent step)
    {
        Audit audit = before.Clone();
        audit.State = AuditTransitions.After(before, StepOf(before, step));
        switch (step.StepCase)
        {
            case AuditEvent.StepOneofCase.LeadCommitted:
                audit.Seed.LeadCommitment = step.LeadCommitted;
                break;
            case AuditEvent.StepOneofCase.ForceCommitted:
                audit.Seed.ForceCommitment = step.ForceCommitted;
                break;
            case AuditEvent.StepOneofCase.Frozen:
                audit.Frame = step.Frozen.Frame;
                audit.Seed.RevealDue = audit.Plan.RevealWindow is { } window ? audit.Frame.FrozenTime + window : null;
                Replace(audit, step.Frozen.Strata);
                break;
            case AuditEvent.StepOneofCase.LeadRevealed:
                audit.Seed.LeadReveal = step.LeadRevealed.Reveal;
                audit.Seed.WitnessStatement = step.LeadRevealed.WitnessStatement;
                audit.Seed.Seed = SeedOf(audit);
                break;
            case AuditEvent.StepOneofCase.ForceRevealed:
                audit.Seed.ForceReveal = step.ForceRevealed.Reveal;
                audit.Seed.Seed = SeedOf(audit);
                break;
            case AuditEvent.StepOneofCase.Drawn:
                Replace(audit, step.Drawn.Strata);
                ReviewProgresses.Begin(audit);
                break;
            case AuditEvent.StepOneofCase.Assigned or AuditEvent.StepOneofCase.Finalized:
                break;
            case AuditEvent.StepOneofCase.RevealWithheld:
                audit.Seed.WithheldBy.Add(step.RevealWithheld.Parties);
                break;
            case AuditEvent.StepOneofCase.Abandoned:
                audit.AbandonedReason = step.Abandoned.Reason;
                break;
            default:
                throw new InvalidOperationException($"{step.StepCase} changes no plan, frame or seed.");
        }

        return audit;
    }

    /// <summary>The audit after an item has become another.</summary>
    public static Audit Moved(Audit before, SampleItemRow from, SampleItemRow to)
    {
        Audit audit = before.Clone();
        FrameStratum stratum = audit.Strata[to.Stratum];
        stratum.Reviewed += to.ReviewEntry is not null && from.ReviewEntry is null ? 1 : 0;
        ReviewProgress progress = ReviewProgresses.Of(stratum);
        progress.Add(from.State, -1);
        progress.Add(to.State, 1);
        stratum.Progress = progress;
        audit.ItemSteps++;
        return audit;
    }

    /// <summary>The audit after a stratum's next tickets came into its sample.</summary>
    public static Audit Enlarged(Audit before, int place, long items)
    {
        Audit audit = before.Clone();
        FrameStratum stratum = audit.Strata[place];
        ReviewProgress progress = ReviewProgresses.Of(stratum);
        progress.Add(ItemState.AwaitingReview, items);
        stratum.Progress = progress;
        stratum.SampleSize += items;
        stratum.Census = stratum.SampleSize == stratum.FrameSize;
        audit.ItemSteps++;
        return audit;
    }

    /// <summary>The audit after the steps up to an entry.</summary>
    public static Audit Of(IEnumerable<LoggedStep> steps, long lastEntry)
    {
        Audit? audit = null;
        foreach (LoggedStep step in steps.TakeWhile(s => s.EntryIndex <= lastEntry))
        {
            audit = audit is null ? Planned(step.Event, step.AcceptedMicros) : Apply(audit, step.Event);
        }

        return audit ?? throw new InvalidOperationException("An audit begins with its plan.");
    }

    public static Timestamp TimeOf(long micros) => Timestamp.FromDateTimeOffset(Micros.ToTime(micros));

    private static AuditStep StepOf(Audit audit, AuditEvent step) => step.StepCase switch
    {
        AuditEvent.StepOneofCase.LeadCommitted => AuditStep.LeadCommits,
        AuditEvent.StepOneofCase.ForceCommitted => AuditStep.ForceCommits,
        AuditEvent.StepOneofCase.Frozen => AuditStep.Freeze,
        AuditEvent.StepOneofCase.LeadRevealed when audit.Plan.SeedSource == SeedSource.Witnessed => AuditStep.Witness,
        AuditEvent.StepOneofCase.LeadRevealed => AuditStep.LeadReveals,
        AuditEvent.StepOneofCase.ForceRevealed => AuditStep.ForceReveals,
        AuditEvent.StepOneofCase.Assigned => AuditStep.Assign,
        AuditEvent.StepOneofCase.Finalized => AuditStep.Finalize,
        AuditEvent.StepOneofCase.Abandoned => AuditStep.Abandon,
        AuditEvent.StepOneofCase.RevealWithheld => AuditStep.Withhold,
        _ => AuditStep.Draw,
    };

    private static string SeedOf(Audit audit) =>
        audit.Plan.SeedSource == SeedSource.Witnessed ? audit.Seed.LeadReveal
        : audit.Seed.LeadReveal.Length > 0 && audit.Seed.ForceReveal.Length > 0 ? Seed.FromReveals(audit.Seed.LeadReveal, audit.Seed.ForceReveal)
        : "";

    private static void Replace(Audit audit, IEnumerable<FrameStratum> strata)
    {
        audit.Strata.Clear();
        audit.Strata.AddRange(strata);
    }
}

/// <summary>A step of an audit as the log holds it.</summary>
internal sealed record LoggedStep(long EntryIndex, long AcceptedMicros, AuditEvent Event);
