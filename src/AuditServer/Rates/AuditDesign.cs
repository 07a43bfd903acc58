using AuditCore.Estimation;
using AuditServer.Audits;
using AuditServer.Audits.Quality;
using AuditServer.Audits.Reviews;
using AuditServer.Errors;
using AuditServer.Security;
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
    /// <summary>Units drawn and not yet reviewed, wherever they stand.</summary>
    public long PendingReviews => Strata.Sum(s => s.Progress.AwaitingReview);

    /// <summary>Units whose review is pending, disputed or to be arbitrated.</summary>
    public long Unsettled => Strata.Sum(s => s.Progress.Unsettled());

    /// <summary>The strata in the terms of the estimators.</summary>
    public ReviewedDesign Reviewed => new([.. Strata.Select(s => s.Reviewed)]);

    /// <summary>To whom any of its reports is given: who judges in it.</summary>
    public required IReadOnlySet<string> Reviewers { get; init; }

    /// <summary>Reads the design of an audit, of one moment.</summary>
    /// <exception cref="Fault">UNKNOWN_AUDIT, FORCE_NOT_PERMITTED, AUDIT_STATE.</exception>
    public static async Task<AuditDesign> ReadAsync(IAuditReads reads, string auditId, Action<string> permit, CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        return await ReadAsync(snapshot, auditId, permit, cancel);
    }

    /// <summary>As <see cref="ReadAsync(IAuditReads, string, Action{string}, CancellationToken)"/>, of the moment of a snapshot.</summary>
    /// <exception cref="Fault">UNKNOWN_AUDIT, FORCE_NOT_PERMITTED, AUDIT_STATE.</exception>
    public static async Task<AuditDesign> ReadAsync(IAuditSnapshot snapshot, string auditId, Action<string> permit, CancellationToken cancel)
    {
        AuditRecord audit = await snapshot.RequireAsync(auditId, cancel);
        permit(audit.Force);
        AuditTransitions.Require(audit.Document, AuditStep.Estimate);
        DesignStratum[] strata = [.. audit.Document.Strata.Zip(audit.Document.Plan.Strata, (frame, plan) => new DesignStratum(frame, plan))];
        var reviewers = new HashSet<string>(StringComparer.Ordinal);
        await foreach (ReviewedItem item in snapshot.ReadItemsAsync(audit.No, ItemRange.All, cancel))
        {
            strata[item.Row.Stratum].Add(item);
            reviewers.UnionWith(item.Row.GivenTo);
        }

        await ReadFirstReviewsAsync(snapshot, audit, strata, cancel);
        return new AuditDesign(audit, snapshot.Head, strata) { Reviewers = reviewers };
    }

    /// <summary>The same, once it is sure that it may be told to somebody.</summary>
    /// <exception cref="Fault">AUDIT_STATE: the audit is not FINAL, and that one reviews in it, could be given a report of it, or is of the
    /// force.</exception>
    public AuditDesign For(Caller caller)
    {
        AuditBlindness.Require(Audit.Document, caller, Reviewers);
        return this;
    }

    /// <summary>The strata of reports, of which a recording rate is estimated.</summary>
    public AuditDesign OfReports() => this with { Strata = [.. Strata.Where(s => s.IsOfReports)] };

    /// <summary>The strata of records by which the force says that there is no crime.</summary>
    public AuditDesign OfRecords() => this with { Strata = [.. Strata.Where(s => !s.IsOfReports)] };

    /// <summary>What was first decided of reports that are judged anew: the review that counts now may be a later one.</summary>
    private static async Task ReadFirstReviewsAsync(
        IAuditSnapshot snapshot, AuditRecord audit, DesignStratum[] strata, CancellationToken cancel)
    {
        DesignItem[] anew = [.. strata.SelectMany(s => s.Items).Where(i => i.IsDisputed)];
        if (anew.Length == 0)
        {
            return;
        }

        ILookup<(int, long), LoggedStep> steps = (await snapshot.ReadStepsAsync(audit.No, anew[0].Row, anew[^1].Row, default, cancel))
            .ToLookup(s => (s.Stratum, s.Position), s => s.Step);
        foreach (DesignItem item in anew)
        {
            item.FirstReview = steps[(item.Row.Stratum, item.Row.Position)].Select(s => ItemCourse.ReviewOf(s.Event)).First(r => r is not null)!;
        }
    }
}
