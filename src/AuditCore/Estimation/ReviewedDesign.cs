using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>The strata of an audit with their reviews, or some of them as a design of their own.</summary>
/// <param name="Strata">In plan order.</param>
public sealed record ReviewedDesign(IReadOnlyList<ReviewedStratum> Strata)
{
    /// <summary>Strata that were taken together with others.</summary>
    public IReadOnlyList<MergedStratum> Merges { get; private init; } = [];

    /// <summary>The strata of reports, of which a recording rate is estimated.</summary>
    /// <returns>Them alone.</returns>
    public ReviewedDesign OfReports() => this with { Strata = [.. Strata.Where(s => s.IsOfReports)] };

    /// <summary>The strata of a population.</summary>
    /// <param name="population">Which.</param>
    /// <returns>Them alone.</returns>
    public ReviewedDesign Of(Population population) => this with { Strata = [.. Strata.Where(s => s.Population == population)] };

    /// <summary>Some strata, as a design of their own: strata are drawn apart from each other, so whether the others are reviewed, or are
    /// censuses, is nothing to it.</summary>
    /// <param name="names">Which; empty: all.</param>
    /// <returns>Them alone.</returns>
    public ReviewedDesign Only(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Count == 0 ? this : this with { Strata = [.. Strata.Where(s => names.Contains(s.Name))] };
    }

    /// <summary>
    /// Each stratum of which a single unit of more was reviewed, taken together with the one that the plan declared for that: its own
    /// variance cannot be known, and is never guessed. Where that one has no review, or is not in the design, nothing is merged.
    /// </summary>
    /// <returns>The design with fewer strata, or itself.</returns>
    public ReviewedDesign Merged()
    {
        ReviewedStratum[] merged = [.. Strata.Where(s => s.IsSingleton && TargetOf(s) is not null)];
        return merged.Length == 0 ? this : this with
        {
            Strata = [.. Strata.Except(merged).Select(s => merged.Where(m => m.MergeInto == s.Name).Aggregate(s, (into, m) => into.With(m)))],
            Merges = [.. merged.Select(m => new MergedStratum { Stratum = m.Name, Into = m.MergeInto })],
        };
    }

    private ReviewedStratum? TargetOf(ReviewedStratum singleton) =>
        // A plan that merges a stratum into itself, or on from another, is refused; a forged one must not make strata vanish.
        Strata.FirstOrDefault(s => s.Name == singleton.MergeInto && s.MergeInto.Length == 0 && s.Reviews.Count > 0);
}
