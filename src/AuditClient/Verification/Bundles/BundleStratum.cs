namespace CrimeAudit.Client;

/// <summary>A stratum of a verified bundle.</summary>
/// <param name="Name">Its name in the plan.</param>
/// <param name="FrameSize">Units in the frame, N_h.</param>
/// <param name="Drawn">Units drawn, n_h, with those replaced.</param>
/// <param name="Reviewed">Units with a review that counts, m_h.</param>
public sealed record BundleStratum(string Name, long FrameSize, long Drawn, long Reviewed);
