using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>Counts of where items stand: every item drawn is in one of them.</summary>
internal static class ReviewProgresses
{
    /// <summary>Every state in which an item of a sample can stand.</summary>
    public static IReadOnlyList<ItemState> States { get; } = [.. Enum.GetValues<ItemState>().Where(s => s != ItemState.Unspecified)];

    /// <summary>Sets the progress of a sample just drawn.</summary>
    public static void Begin(Audit audit)
    {
        foreach (FrameStratum stratum in audit.Strata)
        {
            stratum.Progress = new ReviewProgress { AwaitingReview = stratum.SampleSize };
        }
    }

    /// <summary>The progress of a stratum, the caller's to change. A document written before progress was kept has reviews that
    /// nobody could dispute.</summary>
    public static ReviewProgress Of(FrameStratum stratum) => stratum.Progress?.Clone()
        ?? new ReviewProgress { AwaitingReview = stratum.SampleSize - stratum.Reviewed, Settled = stratum.Reviewed };

    /// <summary>The progress of all strata together.</summary>
    public static ReviewProgress Of(Audit audit)
    {
        var sum = new ReviewProgress();
        foreach (FrameStratum stratum in audit.Strata)
        {
            ReviewProgress progress = Of(stratum);
            foreach (ItemState state in States)
            {
                sum.Add(state, progress.In(state));
            }
        }

        return sum;
    }

    /// <summary>Whether an item in a state keeps its audit from being final: it is neither settled nor replaced.</summary>
    public static bool IsOpen(ItemState state) => state is not (ItemState.Settled or ItemState.Unavailable);

    /// <summary>Items that are neither settled nor replaced.</summary>
    public static long Unsettled(this ReviewProgress progress) => States.Where(IsOpen).Sum(progress.In);

    /// <summary>How many items stand in a state.</summary>
    public static long In(this ReviewProgress progress, ItemState state) => state switch
    {
        ItemState.AwaitingReview => progress.AwaitingReview,
        ItemState.AwaitingSecondReview => progress.AwaitingSecondReview,
        ItemState.AwaitingPassReview => progress.AwaitingPassReview,
        ItemState.Split => progress.Split,
        ItemState.WithForce => progress.WithForce,
        ItemState.Disputed => progress.Disputed,
        ItemState.Upheld => progress.Upheld,
        ItemState.InArbitration => progress.InArbitration,
        ItemState.Reopened => progress.Reopened,
        ItemState.Settled => progress.Settled,
        ItemState.Unavailable => progress.Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No item stands there."),
    };

    /// <summary>Counts items into a state, or out of it.</summary>
    public static void Add(this ReviewProgress progress, ItemState state, long items)
    {
        _ = state switch
        {
            ItemState.AwaitingReview => progress.AwaitingReview += items,
            ItemState.AwaitingSecondReview => progress.AwaitingSecondReview += items,
            ItemState.AwaitingPassReview => progress.AwaitingPassReview += items,
            ItemState.Split => progress.Split += items,
            ItemState.WithForce => progress.WithForce += items,
            ItemState.Disputed => progress.Disputed += items,
            ItemState.Upheld => progress.Upheld += items,
            ItemState.InArbitration => progress.InArbitration += items,
            ItemState.Reopened => progress.Reopened += items,
            ItemState.Settled => progress.Settled += items,
            ItemState.Unavailable => progress.Unavailable += items,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No item stands there."),
        };
    }
}
