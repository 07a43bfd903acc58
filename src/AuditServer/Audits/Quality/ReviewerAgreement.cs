using AuditCore.Estimation;
using AuditCore.Recording;
using AuditServer.Rates;
using CrimeAudit.V1;

namespace AuditServer.Audits.Quality;

/// <summary>Agreement of first and second blind reviewers: on whole reports, and on each crime.</summary>
internal sealed class ReviewerAgreement(IRecordingReference reference)
{
    private static readonly ReviewOutcome[] Outcomes = Enum.GetValues<ReviewOutcome>();

    private readonly AgreementTable verdicts = new(2);
    private readonly AgreementTable outcomes = new(Outcomes.Length);
    private long reports;

    /// <summary>Counts a report that two reviewed.</summary>
    public void Add(Review first, Review second)
    {
        reports++;
        verdicts.Add(Verdict(first), Verdict(second));
        if (first.FindingCase is Review.FindingOneofCase.Cancellation or Review.FindingOneofCase.Classification)
        {
            // A record is right or wrong; it has no outcomes of crimes.
            return;
        }

        foreach ((ReviewOutcome one, ReviewOutcome other) in ReviewPairs.Of(first, second, reference))
        {
            outcomes.Add(Array.IndexOf(Outcomes, one), Array.IndexOf(Outcomes, other));
        }
    }

    public GetReviewQualityResponse ToMessage(double level)
    {
        var message = new GetReviewQualityResponse
        {
            ReviewedTwice = reports,
            Verdicts = new VerdictAgreement
            {
                BothPass = verdicts[0, 0],
                SecondFails = verdicts[0, 1],
                FirstFails = verdicts[1, 0],
                BothFail = verdicts[1, 1],
                Kappa = ToMessage(CohensKappa.Of(verdicts, level)),
            },
            Outcomes = ToMessage(CohensKappa.Of(outcomes, level)),
        };
        message.ByOutcome.AddRange(Enumerable.Range(0, Outcomes.Length).Where(IsFound).Select(i => new OutcomeKappa
        {
            Outcome = Outcomes[i],
            Kappa = ToMessage(CohensKappa.Of(outcomes.OneAgainstOthers(i), level)),
        }));
        message.OutcomePairs.AddRange(
            from first in Enumerable.Range(0, Outcomes.Length)
            from second in Enumerable.Range(0, Outcomes.Length)
            where outcomes[first, second] > 0
            select new OutcomePairs { First = Outcomes[first], Second = Outcomes[second], Pairs = outcomes[first, second] });
        return message;
    }

    private bool IsFound(int outcome) =>
        Enumerable.Range(0, Outcomes.Length).Any(other => outcomes[outcome, other] > 0 || outcomes[other, outcome] > 0);

    private static int Verdict(Review review) => ReviewFindings.IsFail(review) ? 1 : 0;

    private static Kappa ToMessage(KappaEstimate estimate)
    {
        var message = new Kappa
        {
            Interval = estimate.Interval.ToMessage(),
            Method = EstimateMessages.NameOf(estimate.Method),
            Pairs = estimate.Pairs,
            Agreed = estimate.Agreed,
            Note = (KappaNote)(int)estimate.Reason,
        };
        if (estimate.ChanceAgreement is { } chance)
        {
            message.ChanceAgreement = chance;
        }

        if (estimate is { Kappa: { } kappa, StandardError: { } error })
        {
            (message.Kappa_, message.StandardError) = (kappa, error);
        }

        return message;
    }
}
