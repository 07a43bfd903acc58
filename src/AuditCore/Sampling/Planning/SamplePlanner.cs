using AuditCore.Estimation;

namespace AuditCore.Sampling.Planning;

/// <summary>
/// How large a sample must be. A rate is of crimes while a draw is of units, so the half-width asks for a number of crimes, and the
/// crimes expected of a unit say how many units hold them.
/// </summary>
/// <remarks>
/// <para>n₀ = z² v/e², v = deff · ΣN c p(1 − p)/ΣN c, which for one rate is z² p(1 − p)/e² · deff (Cochran 1977, Sampling Techniques,
/// §4.4); n = n₀/(1 + (n₀ − 1)/X), X = ΣN c the crimes of the frame (§4.4, eq. 4.4; finite population correction). With three points
/// either way at 95 %: 1,068 crimes at p = 0.5, 683 at 0.8, 385 at 0.9.</para>
/// <para>Proportional: n_h = N_h · n/X. Neyman: n_h = N_h S_h · ΣN S/(X² e²/z² + ΣN S²), S² = deff · c p(1 − p) the variance of a unit's
/// residual y − p x (§5.5 and §5.9, eq. 5.25 and 5.33); a stratum that would need as many as it holds is a census, and the others
/// are allocated anew (§5.8).</para>
/// <para>Expected half-width: z · √(Σ N²(1 − n/N) S²/n)/X. Sizes are rounded up, and are at least 2: of a single unit no variance can be
/// had.</para>
/// </remarks>
public static class SamplePlanner
{
    private const long LeastInStratum = 2;

    /// <summary>Plans a sample.</summary>
    /// <param name="question">What it is to achieve.</param>
    /// <returns>The sizes, and the half-width that they can be expected to have.</returns>
    /// <exception cref="ArgumentException">The question cannot be answered; every problem is named (<see cref="SamplePlanCheck"/>).</exception>
    public static SamplePlan Plan(SamplePlanQuestion question)
    {
        IReadOnlyList<PlanProblem> problems = SamplePlanCheck.Of(question);
        if (problems.Count > 0)
            throw new ArgumentException(string.Join("; ", problems.Select(p => $"{p.Field} {p.Description}")), nameof(question));

        double z = Quantile.Normal(question.Level);
        PlanningStratum[] strata = [.. question.Strata.Select(s => PlanningStratum.Of(s, question))];
        double? wanted = question.HalfWidth is { } half ? z * z * VariancePerCrime(strata) / (half * half) : null;
        double? ofFrame = Array.Exists(strata, s => s.FrameSize is null) ? wanted : wanted / (1 + ((wanted - 1) / Crimes(strata)));
        long[] sizes = Sizes(question, strata, z, ofFrame);
        double halfWidth = HalfWidth(strata, sizes, z);
        return new SamplePlan
        {
            Strata = [.. strata.Select((s, i) => new PlannedStratum(s.Name, s.FrameSize, sizes[i], sizes[i] * s.CrimesPerUnit))],
            CrimesWanted = wanted is { } n0 ? Up(n0) : null,
            CrimesWantedOfFrame = ofFrame is { } n ? Up(n) : null,
            ExpectedHalfWidth = halfWidth,
            IsEnough = question.HalfWidth is { } most ? halfWidth <= most : null,
            Z = z,
        };
    }

    private static double Crimes(PlanningStratum[] strata) => strata.Sum(s => s.Crimes);

    private static double VariancePerCrime(PlanningStratum[] strata) => strata.Sum(s => s.Units * s.Variance) / Crimes(strata);

    private static long[] Sizes(SamplePlanQuestion question, PlanningStratum[] strata, double z, double? crimes) => question.Allocation switch
    {
        SampleAllocation.Fixed => [.. question.Strata.Zip(strata, (asked, s) => s.AtMostWhole(asked.SampleSize!.Value))],
        SampleAllocation.Neyman when Array.TrueForAll(strata, s => s.FrameSize is not null) => Neyman(strata, question.HalfWidth!.Value / z),
        _ => [.. strata.Select(s => Size(s, s.Units * crimes!.Value / Crimes(strata)))],
    };

    /// <summary>Where one stratum comes out as a census, the others need less: they are allocated anew without it.</summary>
    /// <param name="strata">The strata, of known sizes.</param>
    /// <param name="error">The standard error wanted, e/z.</param>
    private static long[] Neyman(PlanningStratum[] strata, double error)
    {
        double variance = Math.Pow(Crimes(strata) * error, 2);
        HashSet<PlanningStratum> open = [.. strata];
        double perDeviation;
        do
        {
            perDeviation = open.Sum(s => s.Units * s.Deviation) / (variance + open.Sum(s => s.Units * s.Variance));
        }
        while (open.RemoveWhere(s => s.Deviation * perDeviation >= 1) > 0);

        return [.. strata.Select(s => open.Contains(s) ? Size(s, s.Units * s.Deviation * perDeviation) : s.FrameSize!.Value)];
    }

    private static double HalfWidth(PlanningStratum[] strata, long[] sizes, double z)
    {
        double variance = strata.Zip(sizes, (s, n) => s.Units * s.Units * s.LeftOut(n) * s.Variance / n).Sum();
        return z * Math.Sqrt(variance) / Crimes(strata);
    }

    private static long Size(PlanningStratum stratum, double units) => stratum.AtMostWhole(Math.Max(LeastInStratum, Up(units)));

    /// <summary>Rounds up; what is whole but for the rounding of the arithmetic stays.</summary>
    private static long Up(double size) => (long)Math.Ceiling(size * (1 - 1e-12));
}
