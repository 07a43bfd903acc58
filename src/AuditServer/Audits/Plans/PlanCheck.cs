using AuditCore.Reference;
using AuditServer.Errors;
using AuditServer.Rates;
using CrimeAudit.V1;

namespace AuditServer.Audits.Plans;

/// <summary>Checks the plan of an audit; everything wrong is named at once.</summary>
internal sealed class PlanCheck(VolumeSets volumes)
{
    private const int LongestWindowInYears = 5;

    /// <summary>Throws unless the audit can be planned.</summary>
    /// <exception cref="Fault">INVALID_FIELDS; UNKNOWN_FORCE when nothing else is wrong.</exception>
    public async ValueTask RequireAsync(CreateAuditRequest request, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        if (request.Plan is not { } plan)
        {
            violations.Add("plan", "is missing");
            throw violations.ToFault();
        }

        violations.KnownFieldsOnly("plan", plan, AuditPlan.Parser);
        violations.Enter("plan");
        CheckFrame(plan, sized: true, violations);
        PolicyCheck.Check(plan, violations);
        violations.Defined("seed_source", plan.SeedSource, zeroAllowed: false);
        RevealWindowCheck.Check(plan, violations);
        await CheckVolumesAsync(plan.VolumesVersion, violations, cancel);
        ThrowIfAny(plan, violations);
    }

    /// <summary>Checks what makes the frame of a plan: its window, its strata, and what its rules leave out.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sized">Each stratum must say how many units to draw.</param>
    /// <param name="violations">What is wrong, its place entered.</param>
    public static void CheckFrame(AuditPlan plan, bool sized, Violations violations)
    {
        (DateOnly? first, DateOnly? last) = CheckWindow(plan, violations);
        StrataCheck.Check(plan.Strata, sized, violations);
        RulesCheck.Check(plan, first, last, violations);
    }

    /// <summary>Checks the force, last of all, and throws what was found.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="violations">What is wrong, the plan's place entered.</param>
    /// <exception cref="Fault">INVALID_FIELDS; UNKNOWN_FORCE when nothing else is wrong.</exception>
    public static void ThrowIfAny(AuditPlan plan, Violations violations)
    {
        bool unknownForce = plan.Force.Length > 0 && Forces.Find(plan.Force) is null;
        if (plan.Force.Length == 0)
        {
            violations.Add("force", "is missing");
        }
        else if (unknownForce && violations.Any)
        {
            violations.Add("force", $"there is no force '{plan.Force}'; ListForces names them");
        }

        violations.ThrowIfAny();
        if (unknownForce)
        {
            throw Faults.UnknownForce(plan.Force);
        }
    }

    private static (DateOnly? First, DateOnly? Last) CheckWindow(AuditPlan plan, Violations violations)
    {
        DateOnly? from = violations.Day("window_from", plan.WindowFrom);
        DateOnly? to = violations.Day("window_to", plan.WindowTo);
        if (from > to)
        {
            violations.Add("window_to", "is before window_from");
        }
        else if (from is { Year: < 9999 - LongestWindowInYears } first && to >= first.AddYears(LongestWindowInYears))
        {
            violations.Add("window_to", $"makes a window of more than {LongestWindowInYears} years");
        }

        return (from, to);
    }

    private async ValueTask CheckVolumesAsync(string version, Violations violations, CancellationToken cancel)
    {
        if (version.Length > 0 && await volumes.FindAsync(version, cancel) is null)
        {
            violations.Add("volumes_version", $"'{version}' is not held; ListVolumes names the versions");
        }
    }
}
