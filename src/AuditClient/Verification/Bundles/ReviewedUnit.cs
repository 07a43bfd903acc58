using AuditCore.Estimation;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace CrimeAudit.Client;

/// <summary>
/// A report of a sample on its course, step by step: a fail goes to the force, whose silence accepts; a dispute to another reviewer, and
/// disputed again to arbitration, which is final; two who differ go to arbitration at once. A step that is not next is refused.
/// </summary>
internal sealed class ReviewedUnit(string unitId, ReviewRules rules)
{
    private readonly HashSet<string> judges = new(StringComparer.Ordinal);
    private UnitStanding standing = UnitStanding.Unreviewed;
    private long dueMicros;

    /// <summary>The review that counts; null while there is none. Of two that differ the first does until arbitration.</summary>
    public Review? Counting { get; private set; }

    /// <summary>It cannot be had, and the next ticket stands in.</summary>
    public bool IsUnavailable => standing == UnitStanding.Replaced;

    /// <summary>Whether nothing about it is left to be done.</summary>
    public bool IsSettled => standing is UnitStanding.Settled or UnitStanding.Replaced;

    /// <summary>Takes a blind review.</summary>
    /// <exception cref="ProofRejectedException">None is due, or its reviewer judged the report before.</exception>
    public void Review(BundleStep step, Review review)
    {
        RequireNewJudge(step);
        switch (standing)
        {
            case UnitStanding.Unreviewed:
                Stand(step, rules.AfterFirst(unitId, ReviewFindings.IsFail(review)));
                Counting = review;
                break;
            case UnitStanding.SecondDue or UnitStanding.PassReviewDue when ReviewFindings.Agree(Counting!, review):
                Stand(step, AfterFinding(review));
                break;
            case UnitStanding.SecondDue or UnitStanding.PassReviewDue:
                Stand(step, UnitStanding.Split);
                break;
            default:
                throw OutOfCourse(step);
        }
    }

    /// <summary>Takes a reconsideration, whose review counts.</summary>
    /// <exception cref="ProofRejectedException">None is due, or its reviewer judged the report before.</exception>
    public void Reconsider(BundleStep step, Review review)
    {
        RequireNewJudge(step);
        bool fails = ReviewFindings.IsFail(review);
        Stand(step, standing switch
        {
            UnitStanding.Disputed => fails ? UnitStanding.Upheld : UnitStanding.Settled,
            UnitStanding.Reopened => fails ? UnitStanding.WithForce : UnitStanding.Settled,
            _ => throw OutOfCourse(step),
        });
        Counting = review;
    }

    /// <summary>Takes an arbitration, whose review counts; of what was disputed it is the last word.</summary>
    /// <exception cref="ProofRejectedException">None is due, or the arbitrator judged the report before or is none of the plan's.</exception>
    public void Arbitrate(BundleStep step, Review review)
    {
        RequireNewJudge(step);
        if (!rules.MayArbitrate(step.Event.Actor))
        {
            throw new ProofRejectedException(ProofFault.ItemCourseBroken, $"Entry {step.EntryIndex} arbitrates {unitId}, by nobody whom the plan names for it.");
        }

        Stand(step, standing switch
        {
            UnitStanding.Split => AfterFinding(review),
            UnitStanding.InArbitration => UnitStanding.Settled,
            _ => throw OutOfCourse(step),
        });
        Counting = review;
    }

    /// <summary>Takes the force's answer, or its silence, which accepts.</summary>
    /// <exception cref="ProofRejectedException">Nothing was to be answered, the force answered late, or was not given its time.</exception>
    public void Answer(BundleStep step, FindingAnswered answer)
    {
        if (standing is not (UnitStanding.WithForce or UnitStanding.Upheld) || answer.AnswerCase == FindingAnswered.AnswerOneofCase.None)
        {
            throw OutOfCourse(step);
        }

        RequireTimely(step, answer);
        Stand(step, answer.AnswerCase != FindingAnswered.AnswerOneofCase.Disputed ? UnitStanding.Settled
            : standing == UnitStanding.WithForce ? UnitStanding.Disputed
            : UnitStanding.InArbitration);
    }

    /// <summary>Takes a reopening.</summary>
    /// <exception cref="ProofRejectedException">It is not settled.</exception>
    public void Reopen(BundleStep step) =>
        Stand(step, standing == UnitStanding.Settled ? UnitStanding.Reopened : throw OutOfCourse(step));

    /// <summary>Takes a replacement.</summary>
    /// <exception cref="ProofRejectedException">It is reviewed already.</exception>
    public void Replace(BundleStep step) =>
        Stand(step, standing == UnitStanding.Unreviewed ? UnitStanding.Replaced : throw OutOfCourse(step));

    private static UnitStanding AfterFinding(Review review) => ReviewFindings.IsFail(review) ? UnitStanding.WithForce : UnitStanding.Settled;

    private void Stand(BundleStep step, UnitStanding next)
    {
        standing = next;
        dueMicros = Math.Min(step.Leaf.AcceptedMicros + rules.WindowMicros, EntryLeaf.LastMicros);
    }

    /// <summary>An answer comes before its window ends, silence is taken for one when it has ended: by the times that the log's leaves hold.</summary>
    private void RequireTimely(BundleStep step, FindingAnswered answer)
    {
        bool lapsed = answer.AnswerCase == FindingAnswered.AnswerOneofCase.Lapsed;
        bool timely = lapsed
            ? step.Leaf.AcceptedMicros >= dueMicros && answer.Lapsed.Equals(TimeOf(dueMicros))
            : step.Leaf.AcceptedMicros < dueMicros;
        if (!timely)
        {
            throw new ProofRejectedException(
                ProofFault.WindowBroken,
                $"Entry {step.EntryIndex} {(lapsed ? "takes silence for an answer" : "answers")} of {unitId}, which the force might answer until {TimeOf(dueMicros)}.");
        }
    }

    private static Timestamp TimeOf(long micros) => Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond));

    private void RequireNewJudge(BundleStep step)
    {
        if (!judges.Add(step.Event.Actor))
        {
            throw new ProofRejectedException(ProofFault.ReviewerTwice, $"Whoever took the step of entry {step.EntryIndex} had judged {unitId} before.");
        }
    }

    private ProofRejectedException OutOfCourse(BundleStep step) => new(
        ProofFault.ItemCourseBroken, $"Entry {step.EntryIndex}, {step.Event.StepCase}, is not what follows for {unitId}, which is {standing}.");
}
