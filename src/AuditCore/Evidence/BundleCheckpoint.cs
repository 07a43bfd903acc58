namespace AuditCore.Evidence;

/// <summary>The signed checkpoint under which every entry of the bundle is proved.</summary>
/// <param name="Note">The signed note (C2SP tlog-checkpoint).</param>
public sealed record BundleCheckpoint(string Note) : BundleLine;
