using AuditServer.Audits;
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
    /// <summary>Units drawn and not yet reviewed, wherever they stand.</summary>
    public long PendingReviews => Strata.Sum(s => s.Progress.AwaitingReview);

    /// <summary>Units whose review is pending, disputed or to be arbitrated.</summary>
    public long Unsettled => Strata.Sum(s => s.Progress.Unsettled());

    /// <summary>Strata that were taken together with others.</summary>
    public IReadOnlyList<MergedStratum> Merges { get; private init; } = [];

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
    public AuditDesign OfReports() => this with { Strata = [.. Strata.Where(s => s.IsOfReports)] };

    /// <summary>The strata of a population.</summary>
    public AuditDesign Of(Population population) => this with { Strata = [.. Strata.Where(s => s.Population == population)] };

    /// <summary>Some strata, as a design of their own: strata are drawn apart from each other, so whether the others are reviewed, or are
    /// censuses, is nothing to it.</summary>
    /// <param name="names">Which; empty: all.</param>
    public AuditDesign Only(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? this : this with { Strata = [.. Strata.Where(s => names.Contains(s.Name))] };

    /// <summary>
    /// Each stratum of which a single unit of more was reviewed, taken together with the one that the plan declared for that: its own
    /// variance cannot be known, and is never guessed. Where that one has no review, or is not in the design, nothing is merged.
    /// </summary>
    public AuditDesign Merged()
    {
        DesignStratum[] merged = [.. Strata.Where(s => s.IsSingleton && TargetOf(s) is not null)];
        return merged.Length == 0 ? this : this with
        {
            Strata = [.. Strata.Except(merged).Select(s => merged.Where(m => m.MergeInto == s.Name).Aggregate(s, (into, m) => into.With(m)))],
            Merges = [.. merged.Select(m => new MergedStratum { Stratum = m.Name, Into = m.MergeInto })],
        };
    }

    private DesignStratum? TargetOf(DesignStratum singleton) =>
        Strata.FirstOrDefault(s => s.Name == singleton.MergeInto && s.Reviews.Count > 0);
}
