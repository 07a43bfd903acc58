using AuditCore.Estimation;
using AuditServer.Audits;
using AuditServer.Audits.Reviews;
using CrimeAudit.V1;
using PlannedStratum = CrimeAudit.V1.Stratum;

namespace AuditServer.Rates;

/// <summary>A stratum of a design, as its items are read.</summary>
/// <param name="frame">Its size, and where its items stand.</param>
/// <param name="plan">What it is drawn from, and what becomes of a single review.</param>
internal sealed class DesignStratum(FrameStratum frame, PlannedStratum plan)
{
    private readonly List<Review> reviews = [];
    private bool gap;

    public string Name => frame.Name;

    /// <summary>Where its items stand.</summary>
    public ReviewProgress Progress => ReviewProgresses.Of(frame);

    /// <summary>What an estimate rests on: the reviews in ticket order, up to the first unit that has none.</summary>
    public ReviewedStratum Reviewed => new(frame.Name, frame.FrameSize, frame.SampleSize, reviews)
    {
        Population = plan.Population,
        MergeInto = plan.MergeSingletonsInto,
    };

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
}
