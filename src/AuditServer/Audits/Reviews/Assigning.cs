using AuditCore.Sampling;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// Gives reviews that are due to reviewers: first reviews, then second ones, then later ones, each in stratum and ticket order,
/// and each to whoever holds the least in this audit of those who had no hand in the item. Of equals the one named first.
/// </summary>
/// <param name="audit">The audit.</param>
/// <param name="items">Its sample, in stratum and ticket order.</param>
/// <param name="hands">Who had a hand in an item, where its history tells more than to whom it is given.</param>
internal sealed class Assigning(Audit audit, IReadOnlyList<SampleItemRow> items, IReadOnlyDictionary<SampleItemRow, IReadOnlySet<string>> hands)
{
    private readonly SampleItemRow[] after = [.. items];
    private readonly Dictionary<string, long> load = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> given = new(StringComparer.Ordinal);
    private long unassigned;

    /// <summary>Whether an item's history is needed to say who may review it.</summary>
    public static bool NeedsHands(SampleItemRow item) =>
        item.State is ItemState.AwaitingSecondReview or ItemState.Disputed or ItemState.Reopened;

    /// <summary>Gives the reviews.</summary>
    /// <param name="reviewers">To whom.</param>
    /// <param name="released">Whose open reviews are taken back first.</param>
    public Assigned Give(IReadOnlyList<string> reviewers, IReadOnlyCollection<string> released)
    {
        Release(released);
        Weigh(reviewers);
        Give(reviewers, i => IsFirstDue(i), i => i.FirstReviewer, (i, subject) => i with { FirstReviewer = subject });
        Give(reviewers, IsSecondDue, i => i.SecondReviewer, (i, subject) => i with { SecondReviewer = subject });
        Give(reviewers, IsLaterDue, i => i.LaterReviewer, (i, subject) => i with { LaterReviewer = subject });
        SampleItemRow[] changed = [.. after.Where((item, i) => item != items[i])];
        return new Assigned(changed, [.. reviewers.Select(r => new ReviewerShare { Subject = r, Given = given[r] })], unassigned);
    }

    private static bool IsFirstDue(SampleItemRow item) => item.State is ItemState.AwaitingReview or ItemState.AwaitingSecondReview;

    private static bool IsLaterDue(SampleItemRow item) =>
        item.State is ItemState.AwaitingPassReview or ItemState.Disputed or ItemState.Reopened;

    private bool IsSecondDue(SampleItemRow item) => IsFirstDue(item) && ReviewTickets.AsksForSecond(audit.Plan, audit.Seed.Seed, item.UnitId);

    private void Release(IReadOnlyCollection<string> released)
    {
        if (released.Count == 0)
        {
            return;
        }

        for (int i = 0; i < after.Length; i++)
        {
            SampleItemRow item = after[i];
            string? Kept(string? reviewer, bool due) =>
                due && reviewer is not null && released.Contains(reviewer) && !HandsIn(i).Contains(reviewer) ? null : reviewer;
            after[i] = item with
            {
                FirstReviewer = Kept(item.FirstReviewer, IsFirstDue(item)),
                SecondReviewer = Kept(item.SecondReviewer, IsSecondDue(item)),
                LaterReviewer = Kept(item.LaterReviewer, IsLaterDue(item)),
            };
        }
    }

    private void Weigh(IReadOnlyList<string> reviewers)
    {
        foreach (string reviewer in reviewers)
        {
            load[reviewer] = given[reviewer] = 0;
        }

        foreach (string? holder in after.SelectMany(i => new[] { i.FirstReviewer, i.SecondReviewer, i.LaterReviewer }))
        {
            if (holder is not null && load.TryGetValue(holder, out long held))
            {
                load[holder] = held + 1;
            }
        }
    }

    private void Give(
        IReadOnlyList<string> reviewers,
        Func<SampleItemRow, bool> isDue,
        Func<SampleItemRow, string?> holder,
        Func<SampleItemRow, string, SampleItemRow> give)
    {
        for (int i = 0; i < after.Length; i++)
        {
            if (!isDue(after[i]) || holder(after[i]) is not null)
            {
                continue;
            }

            string? least = null;
            foreach (string reviewer in reviewers)
            {
                if ((least is null || load[reviewer] < load[least]) && !after[i].IsGivenTo(reviewer) && !HandsIn(i).Contains(reviewer))
                {
                    least = reviewer;
                }
            }

            if (least is null)
            {
                unassigned++;
                continue;
            }

            after[i] = give(after[i], least);
            load[least]++;
            given[least]++;
        }
    }

    private IReadOnlySet<string> HandsIn(int i) => hands.GetValueOrDefault(items[i], System.Collections.Frozen.FrozenSet<string>.Empty);
}

/// <summary>What giving reviews came to.</summary>
internal sealed record Assigned(IReadOnlyList<SampleItemRow> Changed, IReadOnlyList<ReviewerShare> Shares, long Unassigned);
