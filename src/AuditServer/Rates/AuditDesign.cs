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
internal sealed record AuditDesign(AuditRecord Audit, LogHead Head, IReadOnlyList<DesignStratum> Strata)
{
    /// <summary>Units drawn and not yet reviewed, wherever they stand.</summary>
    public long PendingReviews => Strata.Sum(s => s.Progress.AwaitingReview);

    /// <summary>Units whose review is pending, disputed or to be arbitrated.</summary>
    public long Unsettled => Strata.Sum(s => s.Progress.Unsettled());

    /// <summary>The strata in the terms of the estimators.</summary>
    public ReviewedDesign Reviewed { get; } = new([.. Strata.Select(s => s.Reviewed)]);

    /// <summary>Reads the design of an audit, of one moment.</summary>
    /// <exception cref="Fault">UNKNOWN_AUDIT, FORCE_NOT_PERMITTED, AUDIT_STATE.</exception>
    public static async Task<AuditDesign> ReadAsync(IAuditReads reads, string auditId, Action<string> permit, CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        AuditRecord audit = await snapshot.RequireAsync(auditId, cancel);
        permit(audit.Force);
        AuditTransitions.Require(audit.Document, AuditStep.Estimate);
        DesignStratum[] strata = [.. audit.Document.Strata.Zip(audit.Document.Plan.Strata, (frame, plan) => new DesignStratum(frame, plan))];
        await foreach (ReviewedItem item in snapshot.ReadItemsAsync(audit.No, ItemRange.All, cancel))
        {
            strata[item.Row.Stratum].Add(item);
        }

        return new AuditDesign(audit, snapshot.Head, strata);
    }

    /// <summary>The strata of reports, of which a recording rate is estimated.</summary>
    public AuditDesign OfReports() => new(Audit, Head, [.. Strata.Where(s => s.Reviewed.IsOfReports)]);

    /// <summary>The strata of records by which the force says that there is no crime.</summary>
    public AuditDesign OfRecords() => new(Audit, Head, [.. Strata.Where(s => !s.Reviewed.IsOfReports)]);
}
