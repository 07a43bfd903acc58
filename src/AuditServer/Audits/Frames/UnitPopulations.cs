using AuditCore.Sampling;
using CrimeAudit.V1;

namespace AuditServer.Audits.Frames;

/// <summary>In which populations a unit stands. A public-protection report is an incident too; the others exclude each other.</summary>
/// <param name="plan">The plan, which names the public-protection systems.</param>
internal sealed class UnitPopulations(AuditPlan plan)
{
    private readonly HashSet<string> publicProtection = new(plan.PublicProtectionSystems, StringComparer.Ordinal);
    private readonly bool cancelledCrimes = plan.Strata.Any(s => s.Population == Population.CancelledCrimes);
    private readonly bool n100s = plan.Strata.Any(s => s.Population == Population.N100S);

    /// <summary>Some stratum is of records by which the force says that there is no crime.</summary>
    public bool AsksForRecords => cancelledCrimes || n100s;

    /// <summary>Whether a unit stands in a population at all: a report that is still awaited does not. Records do where a stratum is of
    /// them: an audit that does not ask whether they are right has nothing to leave out.</summary>
    public bool Hold(in WindowUnit unit) => unit.Record?.Kind switch
    {
        null => unit.Status is IncidentStatus.Open or IncidentStatus.Closed or IncidentStatus.DirectCrime,
        UnitKind.CancelledCrime => cancelledCrimes,
        _ => n100s,
    };

    /// <summary>Whether a unit stands in a population.</summary>
    public bool Holds(Population population, in WindowUnit unit) => population switch
    {
        Population.Incidents => IsIncident(unit),
        Population.DirectCrimes => unit is { Record: null, Status: IncidentStatus.DirectCrime },
        Population.PublicProtection => IsIncident(unit) && IsPublicProtection(unit),
        Population.CancelledCrimes => unit.Record is { Kind: UnitKind.CancelledCrime },
        Population.N100S => unit.Record is { Kind: UnitKind.ReportedIncident },
        _ => false,
    };

    private static bool IsIncident(in WindowUnit unit) => unit is { Record: null, Status: IncidentStatus.Open or IncidentStatus.Closed };

    /// <summary>Any one sign will do: forces differ in which of them they fill in.</summary>
    private bool IsPublicProtection(in WindowUnit unit) =>
        unit.ReporterKind == ReporterKind.ProfessionalThirdParty || unit.Channel == Channel.Referral || publicProtection.Contains(unit.SourceSystem);
}
