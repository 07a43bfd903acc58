using CrimeAudit.V1;
using Step = CrimeAudit.V1.AuditEvent.StepOneofCase;

namespace AuditCore.Redaction;

/// <summary>
/// The references that a step of an audit's item holds: the ids of units, the crime records and victims that a review names, and what was
/// written about them.
/// </summary>
public static class StepReferences
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

    /// <summary>The ids of the units that a step names: its own, and that of the unit that stands in for one that cannot be had.</summary>
    /// <param name="step">A step.</param>
    public static IEnumerable<string> UnitsOf(AuditEvent step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new[] { UnitOf(step), step.Unavailable?.ReserveUnitId }.OfType<string>().Where(u => u.Length > 0);
    }

    /// <summary>The references to crime records and victims; the unit's id is not among them.</summary>
    /// <param name="step">A step.</param>
    /// <returns>Each as often as it occurs.</returns>
    public static IReadOnlyList<string> Of(AuditEvent step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var found = new List<string>();
        Replace(step, unit => unit, reference =>
        {
            found.Add(reference);
            return reference;
        });
        return found;
    }

    /// <summary>
    /// The step with other references, and without what was written. A step that names two units is left without either: what is left
    /// stays for ever, and the other one may have to be erased in turn.
    /// </summary>
    /// <param name="step">A step of an item; it stays as it is.</param>
    /// <param name="unit">Gives what stands in for the id of a unit.</param>
    /// <param name="replace">Gives what stands in for a reference to a crime record or a victim.</param>
    /// <returns>The step with what stands in.</returns>
    public static AuditEvent Replace(AuditEvent step, Func<string, string> unit, Func<string, string> replace)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(replace);
        AuditEvent other = step.Clone();
        switch (other.StepCase)
        {
            case Step.Reviewed:
                other.Reviewed.UnitId = unit(other.Reviewed.UnitId);
                ReplaceIn(other.Reviewed.Review, replace);
                break;
            case Step.Unavailable:
                other.Unavailable.UnitId = unit(other.Unavailable.UnitId);
                other.Unavailable.ReserveUnitId = other.Unavailable.ReserveUnitId.Length == 0 ? "" : unit(other.Unavailable.ReserveUnitId);
                other.Unavailable.Reason = UpdateReferences.Erased(other.Unavailable.Reason);
                break;
            case Step.Answered:
                other.Answered.UnitId = unit(other.Answered.UnitId);
                if (other.Answered.AnswerCase == FindingAnswered.AnswerOneofCase.Disputed)
                {
                    other.Answered.Disputed = UpdateReferences.Erased(other.Answered.Disputed);
                }

                break;
            case Step.Reconsidered:
                other.Reconsidered.UnitId = unit(other.Reconsidered.UnitId);
                other.Reconsidered.Reason = UpdateReferences.Erased(other.Reconsidered.Reason);
                ReplaceIn(other.Reconsidered.Review, replace);
                break;
            case Step.Arbitrated:
                other.Arbitrated.UnitId = unit(other.Arbitrated.UnitId);
                other.Arbitrated.Reason = UpdateReferences.Erased(other.Arbitrated.Reason);
                ReplaceIn(other.Arbitrated.Review, replace);
                break;
            case Step.Reopened:
                other.Reopened.UnitId = unit(other.Reopened.UnitId);
                other.Reopened.Reason = UpdateReferences.Erased(other.Reopened.Reason);
                break;
        }

        return other;
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
