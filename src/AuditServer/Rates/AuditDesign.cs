using AuditCore.Estimation;
using AuditServer.Audits;
using AuditServer.Errors;
using AuditServer.Sequencing;

namespace AuditServer.Rates;

/// <summary>
/// What an estimate rests on: of each stratum its size and the reviews that are finished without a gap in ticket order.
/// Whatever was reviewed beyond the first gap is left out: those tickets stand for the whole only together with the
/// ones before them.
/// </summary>
internal sealed record AuditDesign(AuditRecord Audit, LogHead Head, IReadOnlyList<ReviewedStratum> Strata)
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
        FinishedReviews[] reviews = [.. audit.Document.Strata.Select(_ => new FinishedReviews())];
        await foreach (ReviewedItem item in snapshot.ReadItemsAsync(audit.No, ItemRange.All, cancel))
        {
            reviews[item.Row.Stratum].Add(item);
        }

        return new AuditDesign(
            audit,
            snapshot.Head,
            [.. audit.Document.Strata.Select((s, i) => new ReviewedStratum(s.Name, s.FrameSize, s.SampleSize, reviews[i].InTicketOrder))]);
    }
}
