using AuditServer.Audits;
using AuditServer.Audits.Reviews;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>A stratum of a design.</summary>
/// <param name="frame">Its size, and where its items stand.</param>
/// <param name="plan">What it is drawn from, and what becomes of a single review.</param>
internal sealed class DesignStratum(FrameStratum frame, Stratum plan)
{
    private readonly List<Review> reviews = [];
    private bool gap;

    public string Name => frame.Name;

    public Population Population => plan.Population;

    /// <summary>Its units are reports, not records by which the force says that there is no crime.</summary>
    public bool IsOfReports => Population is not (Population.CancelledCrimes or Population.N100S);

    public long FrameSize => frame.FrameSize;

    public long Drawn => frame.SampleSize;

    /// <summary>Where its items stand.</summary>
    public ReviewProgress Progress => ReviewProgresses.Of(frame);

    /// <summary>The stratum that it is taken together with, should it be a singleton; else empty.</summary>
    public string MergeInto => plan.MergeSingletonsInto;

    /// <summary>A single unit of more was reviewed, which gives no variance.</summary>
    public bool IsSingleton => reviews.Count == 1 && FrameSize > 1;

    /// <summary>The reviews in ticket order, up to the first unit that has none.</summary>
    public IReadOnlyList<Review> Reviews => reviews;

    /// <summary>Adds the next item in ticket order. One that cannot be had leaves no gap: the next ticket stands in.</summary>
    public void Add(ReviewedItem item)
    {
        if (item.Row.State == ItemState.Unavailable)
        {
            return;
        }

        gap |= item.Review is null;
        if (!gap)
        {
            reviews.Add(ItemCourse.ReviewOf(AuditEvent.Parser.ParseFrom(item.Review))!);
        }
    }

    /// <summary>This one and another taken together as one stratum, under the name of this one.</summary>
    public DesignStratum With(DesignStratum other)
    {
        FrameStratum sum = frame.Clone();
        sum.FrameSize += other.FrameSize;
        sum.SampleSize += other.Drawn;
        sum.Progress = Progress;
        foreach (ItemState state in ReviewProgresses.States)
        {
            sum.Progress.Add(state, other.Progress.In(state));
        }

        var together = new DesignStratum(sum, plan);
        together.reviews.AddRange(reviews);
        together.reviews.AddRange(other.reviews);
        return together;
    }
}
