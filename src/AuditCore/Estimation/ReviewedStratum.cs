using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>A stratum of an audit with the reviews that an estimate rests on.</summary>
/// <param name="Name">Its name in the plan.</param>
/// <param name="FrameSize">Units in the frame, N_h.</param>
/// <param name="Drawn">Units drawn, n_h.</param>
/// <param name="Reviews">The reviews that count, in ticket order without a gap; m_h of them. None is blank.</param>
public sealed record ReviewedStratum(string Name, long FrameSize, long Drawn, IReadOnlyList<Review> Reviews)
{
    /// <summary>What it is drawn from.</summary>
    public Population Population { get; init; } = Population.Incidents;

    /// <summary>The stratum that it is taken together with, should it be a singleton; else empty.</summary>
    public string MergeInto { get; init; } = "";

    /// <summary>Its units are reports, not records by which the force says that there is no crime.</summary>
    public bool IsOfReports => !Population.IsOfRecords();

    /// <summary>A single unit of more was reviewed, which gives no variance.</summary>
    public bool IsSingleton => Reviews.Count == 1 && FrameSize > 1;

    /// <summary>This one and another taken together as one stratum, under the name of this one.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Both.</returns>
    public ReviewedStratum With(ReviewedStratum other) => this with
    {
        FrameSize = FrameSize + other.FrameSize,
        Drawn = Drawn + other.Drawn,
        Reviews = [.. Reviews, .. other.Reviews],
    };
}
