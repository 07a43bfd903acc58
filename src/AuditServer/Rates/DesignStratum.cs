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
    private readonly List<DesignItem> items = [];
    private bool gap;
    private int unavailable;

    public string Name => frame.Name;

    /// <summary>Its units are reports, not records by which the force says that there is no crime.</summary>
    public bool IsOfReports => !plan.Population.IsOfRecords();

    /// <summary>Where its items stand.</summary>
    public ReviewProgress Progress => ReviewProgresses.Of(frame);

    /// <summary>The reviewed units in ticket order, up to the first that has no review.</summary>
    public IReadOnlyList<DesignItem> Items => items;

    /// <summary>What an estimate rests on.</summary>
    public ReviewedStratum Reviewed => new(frame.Name, frame.FrameSize, frame.SampleSize, items.ConvertAll(i => i.Review))
    {
        Population = plan.Population,
        MergeInto = plan.MergeSingletonsInto,
    };

    /// <summary>What of it is not decided yet.</summary>
    public UndecidedStratum Undecided => new(
        frame.Name,
        frame.FrameSize,
        [.. items.Where(i => !i.IsUndecided).Select(i => i.Review)],
        [.. items.Where(i => i.IsDisputed).Select(i => i.FirstReview)],
        [.. items.Where(i => i.IsAwaitingSecond).Select(i => i.FirstReview)],
        unavailable);

    /// <summary>Adds the next item in ticket order. One that cannot be had leaves no gap: the next ticket stands in.</summary>
    /// <param name="item">The item.</param>
    /// <param name="bare">Takes from reviews what names a unit, a record or a person; null: everything is wanted.</param>
    public void Add(in CountedReview item, BareReviews? bare)
    {
        if (item.State == ItemState.Unavailable)
        {
            unavailable += gap ? 0 : 1;
            return;
        }

        gap |= item.Review is null;
        if (!gap)
        {
            Review review = ItemCourse.ReviewOf(AuditEvent.Parser.ParseFrom(item.Review))!;
            items.Add(bare is null
                ? new DesignItem(item.Place, item.State, review) { UnitId = item.UnitId }
                : new DesignItem(item.Place, item.State, bare.Of(review)));
        }
    }
}
