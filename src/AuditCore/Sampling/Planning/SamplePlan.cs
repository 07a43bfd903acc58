namespace AuditCore.Sampling.Planning;

/// <summary>A planned sample.</summary>
public sealed record SamplePlan
{
    /// <summary>The strata, in the order of the question.</summary>
    public required IReadOnlyList<PlannedStratum> Strata { get; init; }

    /// <summary>n₀: crimes that the half-width asks for of a frame without end, rounded up; null where none is wanted.</summary>
    public required long? CrimesWanted { get; init; }

    /// <summary>n: the same with the finite population correction, rounded up; null where none is wanted.</summary>
    public required long? CrimesWantedOfFrame { get; init; }

    /// <summary>Half-width that the sizes can be expected to have; 0 when every stratum is a census.</summary>
    public required double ExpectedHalfWidth { get; init; }

    /// <summary>Whether the sizes are enough for the half-width wanted; null where none is.</summary>
    public required bool? IsEnough { get; init; }

    /// <summary>z of the confidence level.</summary>
    public required double Z { get; init; }

    /// <summary>Units to draw in all strata.</summary>
    public long TotalSampleSize => Strata.Sum(s => s.SampleSize);

    /// <summary>Crimes that all these units are expected to require.</summary>
    public double TotalExpectedCrimes => Strata.Sum(s => s.ExpectedCrimes);
}
