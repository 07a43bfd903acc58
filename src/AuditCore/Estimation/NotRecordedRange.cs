namespace AuditCore.Estimation;

/// <summary>A range of crimes not recorded in a year.</summary>
/// <param name="Lower">Lower end, from the rate's upper end; null when even that is not above 0.</param>
/// <param name="Upper">Upper end, from the rate's lower end; null when that is not above 0: the sample sets no upper bound.</param>
public sealed record NotRecordedRange(double? Lower, double? Upper);
