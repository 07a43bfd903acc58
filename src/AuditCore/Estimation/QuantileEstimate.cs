namespace AuditCore.Estimation;

/// <summary>An estimated quantile of values in a frame.</summary>
/// <param name="Percent">Which, 1 to 99; 50 is the median.</param>
/// <param name="Value">The smallest value that so many percent of the frame's crimes do not exceed.</param>
/// <param name="Lower">Lower end of its interval, a value of the sample; null, as <paramref name="Upper"/>, where there is none.</param>
/// <param name="Upper">Upper end.</param>
public sealed record QuantileEstimate(int Percent, double Value, double? Lower, double? Upper);
