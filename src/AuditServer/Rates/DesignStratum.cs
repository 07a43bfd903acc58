using AuditServer.Audits;
using AuditServer.Audits.Reviews;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>A stratum of a design.</summary>
internal sealed class DesignStratum(string name, long frameSize, long drawn)
{
    private readonly List<DesignItem> items = [];
    private bool gap;

    public string Name => name;

    public long FrameSize => frameSize;

    public long Drawn => drawn;

    /// <summary>The reviewed reports in ticket order, up to the first that has no review.</summary>
    public IReadOnlyList<DesignItem> Items => items;

    /// <summary>Their reviews.</summary>
    public IEnumerable<Review> Reviews => items.Select(i => i.Review);

    /// <summary>Reports among them that cannot be had.</summary>
    public int Unavailable { get; private set; }

    /// <summary>Adds the next item in ticket order. One that cannot be had leaves no gap: the next ticket stands in.</summary>
    public void Add(ReviewedItem item)
    {
        if (item.Row.State == ItemState.Unavailable)
        {
            Unavailable += gap ? 0 : 1;
            return;
        }

        gap |= item.Review is null;
        if (!gap)
        {
            items.Add(new DesignItem(item.Row, ItemCourse.ReviewOf(AuditEvent.Parser.ParseFrom(item.Review))!));
        }
    }
}
