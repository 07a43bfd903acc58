using CrimeAudit.V1;
using Finding = CrimeAudit.V1.Review.FindingOneofCase;

namespace CrimeAudit.Client;

/// <summary>A report of a sample, as its steps leave it: which review counts, and what is still open.</summary>
internal sealed class ReviewedUnit
{
    private readonly HashSet<string> reviewers = new(StringComparer.Ordinal);
    private bool? firstFails;
    private bool unanswered;
    private bool disputed;
    private bool split;
    private bool reopened;

    /// <summary>The review that counts; null while there is none.</summary>
    public Review? Counting { get; private set; }

    /// <summary>It cannot be had, and the next ticket stands in.</summary>
    public bool IsUnavailable { get; private set; }

    /// <summary>Whether nothing about it is left to be done.</summary>
    public bool IsSettled => IsUnavailable || (Counting is not null && !unanswered && !disputed && !split && !reopened);

    /// <summary>Takes a blind review: the first counts; a second one that finds otherwise has to be arbitrated.</summary>
    /// <returns>False when its reviewer had a hand in the report before.</returns>
    public bool Review(string reviewer, Review review)
    {
        bool fails = IsFail(review);
        split |= firstFails is { } first && first != fails;
        firstFails ??= fails;
        unanswered = fails;
        Counting ??= review;
        return reviewers.Add(reviewer);
    }

    /// <summary>Takes a reconsideration, whose review counts.</summary>
    /// <returns>As <see cref="Review"/>.</returns>
    public bool Reconsider(string reviewer, Review review)
    {
        (disputed, reopened, unanswered, Counting) = (false, false, IsFail(review), review);
        return reviewers.Add(reviewer);
    }

    /// <summary>Takes an arbitration, whose review counts; of what was disputed it is the last word.</summary>
    /// <returns>False when the arbitrator reviewed the report.</returns>
    public bool Arbitrate(string arbitrator, Review review)
    {
        (unanswered, disputed, split, Counting) = (!disputed && IsFail(review), false, false, review);
        return !reviewers.Contains(arbitrator);
    }

    /// <summary>Takes the force's answer, or its silence, which accepts.</summary>
    public void Answer(FindingAnswered answer)
    {
        disputed = answer.AnswerCase == FindingAnswered.AnswerOneofCase.Disputed;
        unanswered = false;
    }

    /// <summary>Takes a reopening.</summary>
    public void Reopen() => reopened = true;

    /// <summary>Takes a replacement.</summary>
    /// <returns>False when it is reviewed already.</returns>
    public bool Replace()
    {
        IsUnavailable = true;
        return Counting is null;
    }

    private static bool IsFail(Review review) => review.FindingCase switch
    {
        Finding.Crimes => review.Crimes.Decisions.Any(d => d.Outcome
            is ReviewOutcome.RecordedLate or ReviewOutcome.Misclassified or ReviewOutcome.MisclassifiedLate or ReviewOutcome.NotRecorded),
        Finding.Cancellation => review.Cancellation.Verdict != RecordVerdict.Right,
        Finding.Classification => review.Classification.Verdict != RecordVerdict.Right,
        _ => false,
    };
}
