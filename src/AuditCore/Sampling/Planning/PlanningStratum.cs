namespace AuditCore.Sampling.Planning;

/// <summary>A stratum with what the formulas need of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FrameSize">N_h; null when not known.</param>
/// <param name="CrimesPerUnit">c_h.</param>
/// <param name="Variance">S_h²: variance of a unit's residual y − p x, deff · c p(1 − p).</param>
internal sealed record PlanningStratum(string Name, long? FrameSize, double CrimesPerUnit, double Variance)
{
    /// <summary>N_h; of a single stratum of unknown size 1, since there the scale cancels out.</summary>
    public double Units => FrameSize ?? 1;

    /// <summary>N_h c_h.</summary>
    public double Crimes => Units * CrimesPerUnit;

    /// <summary>S_h.</summary>
    public double Deviation => Math.Sqrt(Variance);

    public static PlanningStratum Of(StratumToPlan stratum, SamplePlanQuestion question)
    {
        double rate = stratum.Rate ?? question.Rate;
        return new PlanningStratum(
            stratum.Name, stratum.FrameSize, stratum.CrimesPerUnit, question.DesignEffect * stratum.CrimesPerUnit * rate * (1 - rate));
    }

    /// <summary>Share of the frame that a sample leaves out, 1 − n/N.</summary>
    public double LeftOut(long size) => FrameSize is { } whole ? 1 - ((double)size / whole) : 1;

    /// <summary>A size, or the whole stratum when that is less.</summary>
    public long AtMostWhole(long size) => FrameSize is { } whole ? Math.Min(size, whole) : size;
}
