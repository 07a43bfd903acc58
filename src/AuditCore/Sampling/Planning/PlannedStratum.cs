namespace AuditCore.Sampling.Planning;

/// <summary>A stratum of a planned sample.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FrameSize">N_h; null when not known.</param>
/// <param name="SampleSize">n_h: units to draw.</param>
/// <param name="ExpectedCrimes">Crimes that these are expected to require.</param>
public sealed record PlannedStratum(string Name, long? FrameSize, long SampleSize, double ExpectedCrimes)
{
    /// <summary>Every unit of the frame is drawn.</summary>
    public bool IsCensus => SampleSize == FrameSize;
}
