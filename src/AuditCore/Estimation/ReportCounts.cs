namespace AuditCore.Estimation;

/// <summary>What one reviewed report contributes to a rate, in the domain and on the basis that was asked for.</summary>
/// <param name="Denominator">
/// x: crimes counted below the line (crimes required, or crimes recorded when the question is timeliness). 0, 1 or many.
/// A report with 0 is kept: leaving it out would change the variance.
/// </param>
/// <param name="Numerator">y: how many of those <paramref name="Denominator"/> count above the line; 0 to <paramref name="Denominator"/>.</param>
public readonly record struct ReportCounts(int Denominator, int Numerator);
