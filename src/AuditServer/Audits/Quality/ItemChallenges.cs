using AuditCore.Estimation;
using AuditServer.Audits.Reviews;
using CrimeAudit.V1;

namespace AuditServer.Audits.Quality;

/// <summary>What of an item was looked at again, and what came of it, from its steps.</summary>
internal static class ItemChallenges
{
    /// <summary>
    /// Counts the fails that the force was told and its disputes of them. A dispute is decided by a reconsideration that passes the item,
    /// by arbitration, or by the force's accepting what was upheld; until then it is open. After a lead has reopened an item, what is
    /// found is a finding of its own.
    /// </summary>
    public static void AddFails(ItemSteps item, Overturns fails)
    {
        Review? standing = null;
        Review? disputed = null;
        bool told = false;
        foreach (AuditEvent step in item.Steps)
        {
            switch (step.StepCase)
            {
                case AuditEvent.StepOneofCase.Reviewed:
                    standing ??= step.Reviewed.Review;
                    break;
                case AuditEvent.StepOneofCase.Answered:
                    // Only what is with the force is answered, and each finding is answered once, or disputed and upheld.
                    CountTold(ref told, fails);
                    Answer(step.Answered, standing!, ref disputed, fails);
                    break;
                case AuditEvent.StepOneofCase.Reconsidered or AuditEvent.StepOneofCase.Arbitrated:
                    standing = ItemCourse.ReviewOf(step)!;
                    if (step.StepCase == AuditEvent.StepOneofCase.Arbitrated || !ReviewFindings.IsFail(standing))
                    {
                        Close(ref disputed, standing, fails);
                    }

                    break;
                case AuditEvent.StepOneofCase.Reopened:
                    told = false;
                    break;
            }
        }

        if (item.Row.State == ItemState.WithForce)
        {
            CountTold(ref told, fails);
        }
    }

    /// <summary>Counts a pass of the first review, and the further blind review that its ticket asked for.</summary>
    /// <param name="item">The item.</param>
    /// <param name="isSecondOfTicket">The second review is one that every report of the ticket gets, whatever the first found.</param>
    /// <param name="passes">Where to count.</param>
    public static void AddPasses(ItemSteps item, bool isSecondOfTicket, Overturns passes)
    {
        IReadOnlyList<Review> blind = item.BlindReviews;
        if (isSecondOfTicket || blind.Count == 0 || ReviewFindings.IsFail(blind[0]))
        {
            return;
        }

        passes.Found();
        if (blind.Count < 2)
        {
            return;
        }

        passes.Challenged();
        if (ReviewFindings.Agree(blind[0], blind[1]))
        {
            passes.Decided(blind[0], blind[0]);
        }
        else if (item.Steps.FirstOrDefault(s => s.StepCase == AuditEvent.StepOneofCase.Arbitrated) is { } arbitrated)
        {
            passes.Decided(blind[0], arbitrated.Arbitrated.Review);
        }
    }

    private static void Answer(FindingAnswered answer, Review standing, ref Review? disputed, Overturns fails)
    {
        if (answer.AnswerCase != FindingAnswered.AnswerOneofCase.Disputed)
        {
            Close(ref disputed, standing, fails);
        }
        else if (disputed is null)
        {
            fails.Challenged();
            disputed = standing;
        }
    }

    private static void CountTold(ref bool told, Overturns fails)
    {
        if (!told)
        {
            told = true;
            fails.Found();
        }
    }

    private static void Close(ref Review? disputed, Review standing, Overturns fails)
    {
        if (disputed is not null)
        {
            fails.Decided(disputed, standing);
            disputed = null;
        }
    }
}
