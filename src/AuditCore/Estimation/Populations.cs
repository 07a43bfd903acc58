using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>Which question a population answers.</summary>
public static class Populations
{
    /// <summary>
    /// Whether its units are records by which the force says that there is no crime: cancelled crimes and N100s. They are judged apart,
    /// and never enter a recording rate, which is of reports.
    /// </summary>
    /// <param name="population">A population.</param>
    /// <returns>False: its units are reports.</returns>
    public static bool IsOfRecords(this Population population) => population is Population.CancelledCrimes or Population.N100S;

    /// <summary>Whether a plan asks for records, too.</summary>
    /// <param name="plan">A plan.</param>
    /// <returns>Whether one of its strata is drawn from them.</returns>
    public static bool AsksForRecords(this AuditPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Strata.Any(s => s.Population.IsOfRecords());
    }
}
