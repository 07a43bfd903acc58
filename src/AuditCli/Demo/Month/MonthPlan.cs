using CrimeAudit.V1;

namespace AuditCli.Demo.Month;

/// <summary>The plan of the month's inspection: most reviews where most crime is told of, some where none is expected.</summary>
internal static class MonthPlan
{
    public static AuditPlan Of(string force, SimulatedForce reports) => new()
    {
        Force = force,
        WindowFrom = DemoDates.Day(reports.From),
        WindowTo = DemoDates.Day(reports.To),
        SeedSource = SeedSource.CommitReveal,
        Strata =
        {
            Coded("violence", 600),
            Coded("sexual", 150),
            Coded("other-crime", 500),
            new Stratum { Name = "no-crime-expected", Population = Population.Incidents, SampleSize = 350 },
        },
    };

    private static Stratum Coded(string openingCode, int sample) => new()
    {
        Name = openingCode,
        Population = Population.Incidents,
        Filter = new StratumFilter { OpeningCodes = { openingCode } },
        SampleSize = sample,
    };
}
