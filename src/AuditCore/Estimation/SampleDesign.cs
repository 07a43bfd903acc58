using System.Numerics;

namespace AuditCore.Estimation;

/// <summary>The strata of one estimate, with what follows from their sizes alone, and the variance of a linear combination over them.</summary>
internal sealed class SampleDesign
{
    private readonly List<StratumSums> strata;

    /// <summary>Takes the strata; empty ones (N = 0) contribute nothing and are left out.</summary>
    public SampleDesign(IEnumerable<StratumSums> strata) => this.strata = [.. strata.Where(s => s.FrameSize > 0)];

    /// <summary>df = Σ(m − 1).</summary>
    public long DegreesOfFreedom => strata.Sum(s => Math.Max(0L, s.Reviewed - 1));

    /// <summary>Strata of which nothing was reviewed.</summary>
    public IReadOnlyList<string> Unreviewed => [.. strata.Where(s => s.Reviewed == 0).Select(s => s.Name)];

    /// <summary>Strata with one reviewed report out of more.</summary>
    public IReadOnlyList<string> Singletons => [.. strata.Where(s => s.Reviewed == 1 && !s.IsCensus).Select(s => s.Name)];

    /// <summary>Whether every unit of the frame was reviewed.</summary>
    public bool IsCensus => strata.TrueForAll(s => s.IsCensus);

    /// <summary>Unweighted sum of a column.</summary>
    public long InSample(int column) => strata.Sum(s => s.Sum(column));

    /// <summary>Column total estimated for the frame: Σ w Σ column.</summary>
    public Fraction Total(int column) => strata.Aggregate(Fraction.Zero, (sum, s) => sum + s.Total(column));

    /// <summary>
    /// Σ_h (1 − m/N) · m/(m − 1) · Σ_i (w z_i − mean)², with z the linear combination of a report's counts (Cochran 1977, §5.3 and
    /// §5A.2: stratified sampling without replacement, with finite population correction).
    /// </summary>
    /// <remarks>Wants every stratum to be a census or to have at least two reviewed reports.</remarks>
    public double Variance(IReadOnlyList<Fraction> coefficients)
    {
        BigInteger common = coefficients.Aggregate(BigInteger.One, (lcm, c) => lcm / BigInteger.GreatestCommonDivisor(lcm, c.Denominator) * c.Denominator);
        BigInteger[] whole = [.. coefficients.Select(c => c.Numerator * (common / c.Denominator))];
        double variance = 0;
        foreach (StratumSums s in strata.Where(s => !s.IsCensus))
        {
            BigInteger m = s.Reviewed;
            BigInteger numerator = s.FrameSize * (s.FrameSize - m) * s.ScaledDeviation(whole);
            variance += new Fraction(numerator, m * m * (m - 1) * common * common).ToDouble();
        }
        return variance;
    }
}
