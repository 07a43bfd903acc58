using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>A stratum of an audit with the reviews that an estimate rests on.</summary>
/// <param name="Name">Its name in the plan.</param>
/// <param name="FrameSize">Units in the frame, N_h.</param>
/// <param name="Drawn">Units drawn, n_h.</param>
/// <param name="Reviews">The reviews that count, in ticket order without a gap; m_h of them. None is blank.</param>
public sealed record ReviewedStratum(string Name, long FrameSize, long Drawn, IReadOnlyList<Review> Reviews);
