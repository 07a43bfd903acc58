using AuditCore.Estimation;
using AuditServer.Audits;
using AuditServer.Audits.Reviews;
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

    /// <summary>Reads the design of an audit that has a sample, of the moment of a snapshot.</summary>
    /// <param name="snapshot">The moment.</param>
    /// <param name="audit">The audit.</param>
    /// <param name="bare">Takes from reviews what names a unit, a record or a person; null: everything is wanted.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<AuditDesign> ReadAsync(IAuditSnapshot snapshot, AuditRecord audit, BareReviews? bare, CancellationToken cancel)
    {
        DesignStratum[] strata = [.. audit.Document.Strata.Zip(audit.Document.Plan.Strata, (frame, plan) => new DesignStratum(frame, plan))];
        await foreach (CountedReview item in snapshot.ReadReviewsAsync(audit.No, cancel))
        {
            strata[item.Place.Stratum].Add(item, bare);
        }

        await ReadFirstReviewsAsync(snapshot, audit, strata, bare, cancel);
        return new AuditDesign(audit, snapshot.Head, strata);
    }

    /// <summary>The strata of reports, of which a recording rate is estimated.</summary>
    public AuditDesign OfReports() => this with { Strata = [.. Strata.Where(s => s.IsOfReports)] };

    /// <summary>The strata of records by which the force says that there is no crime.</summary>
    public AuditDesign OfRecords() => this with { Strata = [.. Strata.Where(s => !s.IsOfReports)] };

    /// <summary>What was first decided of reports that are judged anew: the review that counts now may be a later one.</summary>
    private static async Task ReadFirstReviewsAsync(
        IAuditSnapshot snapshot, AuditRecord audit, DesignStratum[] strata, BareReviews? bare, CancellationToken cancel)
    {
        DesignItem[] anew = [.. strata.SelectMany(s => s.Items).Where(i => i.IsDisputed)];
        if (anew.Length == 0)
        {
            return;
        }

        ILookup<ItemPlace, LoggedStep> steps = (await snapshot.ReadStepsAsync(audit.No, anew[0].Place, anew[^1].Place, default, cancel))
            .ToLookup(s => new ItemPlace(s.Stratum, s.Position), s => s.Step);
        foreach (DesignItem item in anew)
        {
            Review first = steps[item.Place].Select(s => ItemCourse.ReviewOf(s.Event)).First(r => r is not null)!;
            item.FirstReview = bare?.Of(first) ?? first;
        }
    }
}
