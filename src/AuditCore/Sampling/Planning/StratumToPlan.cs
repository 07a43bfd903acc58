namespace AuditCore.Sampling.Planning;

/// <summary>A stratum of a sample to be planned.</summary>
/// <param name="Name">Unique in the question.</param>
public sealed record StratumToPlan(string Name)
{
    /// <summary>N_h: units in the frame, 1 to 100,000,000. Null, not known, only where there is one stratum: then the frame has no end.</summary>
    public long? FrameSize { get; init; }

    /// <summary>Crimes that a unit is expected to require, above 0 and up to 100. Default 1.</summary>
    public double CrimesPerUnit { get; init; } = 1;

    /// <summary>Rate expected in it, above 0 and below 1. Null: that of the question.</summary>
    public double? Rate { get; init; }

    /// <summary>n_h, 1 to 100,000, where the allocation is fixed; else null.</summary>
    public int? SampleSize { get; init; }
}
