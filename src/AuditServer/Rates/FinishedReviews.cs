using AuditServer.Audits;
using AuditServer.Audits.Reviews;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>The reviews of a stratum in ticket order, up to the first report that has none.</summary>
internal sealed class FinishedReviews
{
    private readonly List<Review> reviews = [];
    private bool gap;

    public IReadOnlyList<Review> InTicketOrder => reviews;

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
