using AuditCore.Estimation;
using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Audits;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>Reads what an estimate is asked about.</summary>
internal static class EstimateQuestion
{
    private const double LowestLevel = 0.5;
    private const double HighestLevel = 0.999;

    /// <summary>The confidence level meant; 0 means 0.95.</summary>
    public static double Level(double asked, Violations violations)
    {
        if (asked is 0)
        {
            return ConfidenceLevel.Default;
        }

        if (asked is >= LowestLevel and <= HighestLevel)
        {
            return asked;
        }

        violations.Add(
            "confidence_level",
            FormattableString.Invariant($"is {asked}; {LowestLevel} to {HighestLevel}, or 0 for {ConfidenceLevel.Default}, are allowed"));
        return ConfidenceLevel.Default;
    }

    /// <summary>Checks what a domain says by itself; whether its strata exist shows only with the audit.</summary>
    public static void Check(EstimateDomain domain, Violations violations)
    {
        violations.Enter("domain");
        GroupsCheck.Check("offence_groups", domain.OffenceGroups, violations);
        for (int i = 0; i < domain.OffenceClasses.Count; i++)
        {
            if (OffenceClasses.FromSlug(domain.OffenceClasses[i]) is null)
            {
                violations.Add("offence_classes", i, $"'{domain.OffenceClasses[i]}' is no offence class; 'robbery' is one");
            }
        }

        for (int i = 0; i < domain.Domains.Count; i++)
        {
            if (!FieldChecks.IsTag(domain.Domains[i]))
            {
                violations.Add("domains", i, "needs 1 to 40 lower case letters, digits or hyphens");
            }
        }

        violations.Leave();
    }

    /// <summary>As <see cref="Check(EstimateDomain, Violations)"/>, and whether it goes with a weighting.</summary>
    public static void Check(EstimateDomain domain, Weighting weighting, Violations violations)
    {
        violations.Defined("weighting", weighting, zeroAllowed: true);
        Check(domain, violations);
        if (weighting == Weighting.RecordedVolumes && !IsEmpty(domain))
        {
            violations.Add("domain", "must be empty with recorded volumes: they are of all the crime that the force recorded");
        }
    }

    /// <summary>Throws unless every stratum that the domain names is one of the audit's, and of reports.</summary>
    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static void RequireStrata(EstimateDomain domain, AuditDesign design)
    {
        var violations = new Violations();
        for (int i = 0; i < domain.Strata.Count; i++)
        {
            DesignStratum? stratum = design.Strata.FirstOrDefault(s => s.Name == domain.Strata[i]);
            if (stratum is null)
            {
                violations.Add("domain.strata", i, $"audit '{design.Audit.Id}' has no stratum '{domain.Strata[i]}'");
            }
            else if (!stratum.IsOfReports)
            {
                violations.Add(
                    "domain.strata", i, $"'{stratum.Name}' holds cancelled crimes or N100s, which never enter a recording rate; EstimateClassification tells of them");
            }
        }

        violations.ThrowIfAny();
    }

    /// <summary>A domain without anything in it.</summary>
    public static bool IsEmpty(EstimateDomain domain) =>
        domain.OffenceGroups.Count + domain.OffenceClasses.Count + domain.Domains.Count + domain.Strata.Count == 0;

    /// <summary>The domain in the terms of the estimators.</summary>
    public static ReviewDomain Read(EstimateDomain domain, IRecordingReference reference) => new(reference)
    {
        Groups = [.. domain.OffenceGroups.Select(OffenceGroupOf)],
        Classes = [.. domain.OffenceClasses.Select(slug => OffenceClasses.FromSlug(slug)!.Value)],
        Domains = domain.Domains,
    };

    private static AuditCore.Reference.OffenceGroup OffenceGroupOf(CrimeAudit.V1.OffenceGroup group) =>
        Enum.GetValues<AuditCore.Reference.OffenceGroup>().First(known => known.ToMessage() == group);
}
