namespace AuditCore.Reference;

/// <summary>The dates for which a volume set has figures of a force.</summary>
/// <param name="First">Earliest end of 12 months.</param>
/// <param name="Last">Latest end of 12 months.</param>
public sealed record VolumeCoverage(DateOnly First, DateOnly Last);
