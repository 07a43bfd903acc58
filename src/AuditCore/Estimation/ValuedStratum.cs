namespace AuditCore.Estimation;

/// <summary>One stratum of an audit with a value of each crime that counts, such as the hours until it was recorded.</summary>
/// <param name="Name">Unique among the strata of one estimate.</param>
/// <param name="FrameSize">N: units of this stratum in the frozen frame.</param>
/// <param name="Reports">
/// Of each of the m reviewed reports the values of its crimes, each finite. A report without one is kept: leaving it out would change
/// weights and variance.
/// </param>
public sealed record ValuedStratum(string Name, long FrameSize, IReadOnlyList<IReadOnlyList<double>> Reports);
