namespace AuditCore.Evidence;

/// <summary>The last line: a file that lacks it was cut off.</summary>
/// <param name="Lines">Lines before this one.</param>
public sealed record BundleEnd(long Lines) : BundleLine;
