using AuditServer.Audits;
using AuditServer.Audits.Reviews;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>
/// What an estimate rests on: of each stratum its size and the reviews that are finished without a gap in ticket order.
/// Whatever was reviewed beyond the first gap is left out: those tickets stand for the whole only together with the
/// ones before them.
/// </summary>
internal sealed record AuditDesign(AuditRecord Audit, LogHead Head, IReadOnlyList<DesignStratum> Strata)
{
    /// <summary>Reports drawn and not yet reviewed, wherever they stand.</summary>
    public long PendingReviews => ReviewProgresses.Of(Audit.Document).AwaitingReview;

    /// <summary>Reports whose review is pending, disputed or to be arbitrated.</summary>
    public long Unsettled => ReviewProgresses.Of(Audit.Document).Unsettled();

    /// <summary>Reads the design of an audit, of one moment.</summary>
    /// <exception cref="Fault">UNKNOWN_AUDIT, FORCE_NOT_PERMITTED, AUDIT_STATE.</exception>
    public static async Task<AuditDesign> ReadAsync(IAuditReads reads, string auditId, Action<string> permit, CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        AuditRecord audit = await snapshot.RequireAsync(auditId, cancel);
        permit(audit.Force);
        AuditTransitions.Require(audit.Document, AuditStep.Estimate);
        DesignStratum[] strata = [.. audit.Document.Strata.Select(s => new DesignStratum(s.Name, s.FrameSize, s.SampleSize))];
        await foreach (ReviewedItem item in snapshot.ReadItemsAsync(audit.No, ItemRange.All, cancel))
        {
            strata[item.Row.Stratum].Add(item);
        }

        return new AuditDesign(audit, snapshot.Head, strata);
    }
}

/// <summary>A stratum of a design.</summary>
internal sealed class DesignStratum(string name, long frameSize, long drawn)
{
    private readonly List<Review> reviews = [];
    private bool gap;

    public string Name => name;

    public long FrameSize => frameSize;

    public long Drawn => drawn;

    /// <summary>The reviews in ticket order, up to the first report that has none.</summary>
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
}
