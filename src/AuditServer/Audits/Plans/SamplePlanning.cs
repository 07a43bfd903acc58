using AuditCore.Estimation;
using AuditCore.Sampling.Planning;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Audits.Plans;

/// <summary>Answers how large a sample must be. Arithmetic alone: it knows of no audit and no log.</summary>
internal static class SamplePlanning
{
    private const string Method =
        "n0 = z² p(1 - p)/e² · deff crimes; n = n0/(1 + (n0 - 1)/N); sizes in units, rounded up, at least 2 in a stratum; expected half-width " +
        "z · √(Σ N²(1 - n/N) S²/n)/X with S² = deff · c p(1 - p)";

    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static PlanAuditResponse Plan(PlanAuditRequest request)
    {
        SamplePlanQuestion question = Read(request);
        var violations = new Violations();
        Check(request, question, violations);
        violations.ThrowIfAny();
        SamplePlan plan = SamplePlanner.Plan(question);
        var response = new PlanAuditResponse
        {
            Strata = { plan.Strata.Select(ToMessage) },
            TotalSampleSize = plan.TotalSampleSize,
            TotalExpectedCrimes = plan.TotalExpectedCrimes,
            CrimesWanted = plan.CrimesWanted ?? 0,
            CrimesWantedOfFrame = plan.CrimesWantedOfFrame ?? 0,
            ExpectedHalfWidth = plan.ExpectedHalfWidth,
            Z = plan.Z,
            Method = Method,
        };
        if (plan.IsEnough is { } enough)
        {
            response.Enough = enough;
        }

        return response;
    }

    /// <summary>Adds everything that is wrong with a question.</summary>
    public static void Check(PlanAuditRequest request, Violations violations) => Check(request, Read(request), violations);

    private static void Check(PlanAuditRequest request, SamplePlanQuestion question, Violations violations)
    {
        foreach (PlanProblem problem in SamplePlanCheck.Of(question))
        {
            violations.Add(problem.Field, problem.Description);
        }

        for (int i = 0; i < request.Strata.Count; i++)
        {
            if (request.Strata[i].Name.Length > 0 && !FieldChecks.IsTag(request.Strata[i].Name))
            {
                violations.Add($"strata[{i}].name", "needs 1 to 40 lower case letters, digits or hyphens");
            }
        }
    }

    private static SamplePlanQuestion Read(PlanAuditRequest request) => new()
    {
        HalfWidth = request.HalfWidth is 0 ? null : request.HalfWidth,
        Rate = request.ExpectedRate is 0 ? 0.5 : request.ExpectedRate,
        Level = request.ConfidenceLevel is 0 ? ConfidenceLevel.Default : request.ConfidenceLevel,
        DesignEffect = request.DesignEffect is 0 ? 1 : request.DesignEffect,
        Allocation = request.Allocation switch
        {
            Allocation.Unspecified or Allocation.Proportional => SampleAllocation.Proportional,
            Allocation.Neyman => SampleAllocation.Neyman,
            Allocation.Fixed => SampleAllocation.Fixed,
            _ => (SampleAllocation)request.Allocation,
        },
        Strata = [.. request.Strata.Select(Read)],
    };

    private static AuditCore.Sampling.Planning.StratumToPlan Read(CrimeAudit.V1.StratumToPlan stratum) => new(stratum.Name)
    {
        FrameSize = stratum.FrameSize == 0 ? null : stratum.FrameSize,
        CrimesPerUnit = stratum.CrimesPerUnit is 0 ? 1 : stratum.CrimesPerUnit,
        Rate = stratum.ExpectedRate is 0 ? null : stratum.ExpectedRate,
        SampleSize = stratum.SampleSize == 0 ? null : stratum.SampleSize,
    };

    private static PlannedStratumSize ToMessage(PlannedStratum stratum) => new()
    {
        Name = stratum.Name,
        FrameSize = stratum.FrameSize ?? 0,
        SampleSize = stratum.SampleSize,
        Census = stratum.IsCensus,
        ExpectedCrimes = stratum.ExpectedCrimes,
    };
}
