namespace AuditCore.Evidence;

/// <summary>The first line: what the file is, and of which audit.</summary>
/// <param name="Format"><see cref="BundleText.Format"/>.</param>
/// <param name="AuditId">The audit.</param>
/// <param name="Force">Slug of the force audited.</param>
public sealed record BundleHeader(string Format, string AuditId, string Force) : BundleLine;
