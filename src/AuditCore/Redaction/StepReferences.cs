using CrimeAudit.V1;
using Step = CrimeAudit.V1.AuditEvent.StepOneofCase;

namespace AuditCore.Redaction;

/// <summary>
/// The references that a step of an audit holds to one of its units: the unit's id; and where the step is about that unit, the
/// crime records and victims that a review names, and what was written about it.
/// </summary>
/// <param name="unitId">The unit.</param>
public sealed class StepReferences(string unitId)
{
    /// <summary>The unit that a step is about.</summary>
    /// <param name="step">A step.</param>
    /// <returns>Its id; null when the step is about the whole audit.</returns>
    public static string? UnitOf(AuditEvent step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.StepCase switch
        {
            Step.Reviewed => step.Reviewed.UnitId,
            Step.Unavailable => step.Unavailable.UnitId,
            Step.Answered => step.Answered.UnitId,
            Step.Reconsidered => step.Reconsidered.UnitId,
            Step.Arbitrated => step.Arbitrated.UnitId,
            Step.Reopened => step.Reopened.UnitId,
            _ => null,
        };
    }

    /// <summary>Whether a step says anything of the unit.</summary>
    /// <param name="step">A step.</param>
    public bool IsOf(AuditEvent step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return UnitOf(step) == unitId || step.Unavailable?.ReserveUnitId == unitId;
    }

    /// <summary>The references to crime records and victims; the unit's id is not among them.</summary>
    /// <param name="step">A step.</param>
    /// <returns>Each as often as it occurs.</returns>
    public IReadOnlyList<string> Of(AuditEvent step)
    {
        var found = new List<string>();
        Replace(step, unitId, reference =>
        {
            found.Add(reference);
            return reference;
        });
        return found;
    }

    /// <summary>The step with other references, and without what was written about the unit.</summary>
    /// <param name="step">A step that says something of the unit; it stays as it is.</param>
    /// <param name="otherUnitId">What stands in for the unit's id.</param>
    /// <param name="replace">Gives what stands in for a reference to a crime record or a victim.</param>
    /// <returns>The step with what stands in.</returns>
    public AuditEvent Replace(AuditEvent step, string otherUnitId, Func<string, string> replace)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(replace);
        AuditEvent other = step.Clone();
        if (other.StepCase == Step.Unavailable && other.Unavailable.ReserveUnitId == unitId)
        {
            other.Unavailable.ReserveUnitId = otherUnitId;
        }

        if (UnitOf(step) == unitId)
        {
            ReplaceOwn(other, otherUnitId, replace);
        }

        return other;
    }

    private static void ReplaceOwn(AuditEvent step, string otherUnitId, Func<string, string> replace)
    {
        switch (step.StepCase)
        {
            case Step.Reviewed:
                step.Reviewed.UnitId = otherUnitId;
                ReplaceIn(step.Reviewed.Review, replace);
                break;
            case Step.Unavailable:
                step.Unavailable.UnitId = otherUnitId;
                step.Unavailable.Reason = UpdateReferences.Erased(step.Unavailable.Reason);
                break;
            case Step.Answered:
                step.Answered.UnitId = otherUnitId;
                if (step.Answered.AnswerCase == FindingAnswered.AnswerOneofCase.Disputed)
                {
                    step.Answered.Disputed = UpdateReferences.Erased(step.Answered.Disputed);
                }

                break;
            case Step.Reconsidered:
                step.Reconsidered.UnitId = otherUnitId;
                step.Reconsidered.Reason = UpdateReferences.Erased(step.Reconsidered.Reason);
                ReplaceIn(step.Reconsidered.Review, replace);
                break;
            case Step.Arbitrated:
                step.Arbitrated.UnitId = otherUnitId;
                step.Arbitrated.Reason = UpdateReferences.Erased(step.Arbitrated.Reason);
                ReplaceIn(step.Arbitrated.Review, replace);
                break;
            case Step.Reopened:
                step.Reopened.UnitId = otherUnitId;
                step.Reopened.Reason = UpdateReferences.Erased(step.Reopened.Reason);
                break;
        }
    }

    private static void ReplaceIn(Review? review, Func<string, string> replace)
    {
        foreach (CrimeDecision decision in review?.Crimes?.Decisions ?? [])
        {
            decision.VictimRef = decision.VictimRef.Length == 0 ? "" : replace(decision.VictimRef);
            decision.CrimeRef = decision.CrimeRef.Length == 0 ? "" : replace(decision.CrimeRef);
            decision.Rationale = UpdateReferences.Erased(decision.Rationale);
        }

        if (review?.NoCrime is { } noCrime)
        {
            noCrime.Rationale = UpdateReferences.Erased(noCrime.Rationale);
        }
    }
}
