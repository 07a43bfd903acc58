using AuditCore.Estimation;
using AuditCore.Reference;
using AuditCore.Sampling;
using AuditServer.Errors;
using AuditServer.Incidents.Intake;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>Checks a review: complete enough that an outsider can follow it, and never blank.</summary>
internal static class ReviewCheck
{
    public const int LongestParagraph = 100;
    public const int LongestRationale = 500;

    private const int MostDecisions = 50;
    private const int MostDomains = 16;
    private const int LongestRef = 64;

    /// <param name="review">The review.</param>
    /// <param name="unitId">The unit reviewed, whose kind decides which finding there can be of it.</param>
    /// <param name="violations">What is wrong.</param>
    public static void Check(Review? review, string unitId, Violations violations)
    {
        CheckKind(review, unitId, violations);
        switch (review?.FindingCase ?? Review.FindingOneofCase.None)
        {
            case Review.FindingOneofCase.Crimes:
                violations.Enter("review");
                violations.Enter("crimes");
                CheckDecisions(review!.Crimes, violations);
                break;
            case Review.FindingOneofCase.NoCrime:
                violations.Enter("review");
                violations.Enter("no_crime");
                violations.Text("rule_paragraph", review!.NoCrime.RuleParagraph, 1, LongestParagraph);
                violations.Text("rationale", review.NoCrime.Rationale, 0, LongestRationale);
                break;
            case Review.FindingOneofCase.Cancellation:
                violations.Enter("review");
                violations.Enter("cancellation");
                RecordFindingCheck.Check(review!.Cancellation, violations);
                break;
            case Review.FindingOneofCase.Classification:
                violations.Enter("review");
                violations.Enter("classification");
                RecordFindingCheck.Check(review!.Classification, violations);
                break;
            default:
                violations.Add("review", "is blank: say what was found");
                return;
        }

        violations.Leave();
        violations.Leave();
        violations.KnownFieldsOnly("review", review, Review.Parser);
    }

    /// <summary>A unit that is no unit at all is in no sample, which the step itself says.</summary>
    private static void CheckKind(Review? review, string unitId, Violations violations)
    {
        string? wanted = UnitId.KindOf(unitId) switch
        {
            UnitKind.Report when review?.FindingCase is Review.FindingOneofCase.Cancellation or Review.FindingOneofCase.Classification =>
                "the unit is a report: say which crimes it required in 'crimes', or that it required none in 'no_crime'",
            UnitKind.CancelledCrime when review?.FindingCase is not (Review.FindingOneofCase.None or Review.FindingOneofCase.Cancellation) =>
                "the unit is a cancelled crime: say in 'cancellation' whether it was rightly cancelled",
            UnitKind.ReportedIncident when review?.FindingCase is not (Review.FindingOneofCase.None or Review.FindingOneofCase.Classification) =>
                "the unit is an N100: say in 'classification' whether it was rightly recorded as one",
            _ => null,
        };
        if (wanted is not null && review is not null)
        {
            violations.Add($"review.{NameOf(review.FindingCase)}", wanted);
        }
    }

    private static string NameOf(Review.FindingOneofCase finding) => Review.Descriptor.FindFieldByNumber((int)finding).Name;

    private static void CheckDecisions(CrimesFound found, Violations violations)
    {
        violations.Number("decisions", found.Decisions.Count, 1, MostDecisions);
        for (int i = 0; i < found.Decisions.Count; i++)
        {
            violations.Enter("decisions", i);
            CheckDecision(found.Decisions[i], violations);
            violations.Leave();
        }
    }

    private static void CheckDecision(CrimeDecision decision, Violations violations)
    {
        violations.Offence(decision.Offence);
        violations.Defined("outcome", decision.Outcome, zeroAllowed: false);
        violations.Text("victim_ref", decision.VictimRef, 0, LongestRef);
        violations.Text("crime_ref", decision.CrimeRef, IsRecorded(decision.Outcome) ? 1 : 0, LongestRef);
        if (decision.Outcome == ReviewOutcome.NotRecorded && decision.CrimeRef.Length > 0)
        {
            violations.Add("crime_ref", "names a crime record, which a crime that was not recorded has none of");
        }

        violations.Text("rule_paragraph", decision.RuleParagraph, IsNotRequired(decision.Outcome) ? 1 : 0, LongestParagraph);
        violations.Text("rationale", decision.Rationale, 0, LongestRationale);
        CheckMissed(decision, violations);
        violations.Number("domains", decision.Domains.Count, 0, MostDomains);
        for (int i = 0; i < decision.Domains.Count; i++)
        {
            if (!FieldChecks.IsTag(decision.Domains[i]))
            {
                violations.Add("domains", i, "needs 1 to 40 lower case letters, digits or hyphens");
            }
        }
    }

    /// <summary>What a crime that was not recorded says of the victim's care, and why it was missed.</summary>
    private static void CheckMissed(CrimeDecision decision, Violations violations)
    {
        bool missed = decision.Outcome == ReviewOutcome.NotRecorded;
        violations.Defined("safeguarding", decision.Safeguarding, zeroAllowed: !missed);
        violations.Defined("investigation", decision.Investigation, zeroAllowed: !missed);
        violations.Defined("why_missed", decision.WhyMissed, zeroAllowed: !missed);
        if (decision.WhyMissed != WhyMissed.Unspecified && !ReviewFindings.IsFail(decision))
        {
            violations.Add("why_missed", "says why, and nothing was missed");
        }

        if (decision.WhyMissed == WhyMissed.Other && decision.Rationale.Length == 0)
        {
            violations.Add("rationale", "is missing; another reason is told there");
        }
    }

    private static bool IsRecorded(ReviewOutcome outcome) =>
        outcome is ReviewOutcome.Recorded or ReviewOutcome.RecordedLate or ReviewOutcome.Misclassified or ReviewOutcome.MisclassifiedLate;

    private static bool IsNotRequired(ReviewOutcome outcome) =>
        outcome is ReviewOutcome.WithinAnotherCrime or ReviewOutcome.AdditionalVerifiableInformation
            or ReviewOutcome.Duplicate or ReviewOutcome.OtherForce;
}
