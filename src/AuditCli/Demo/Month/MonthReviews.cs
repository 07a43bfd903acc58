using CrimeAudit.V1;

namespace AuditCli.Demo.Month;

/// <summary>Simulated inspectors of the month, who find in every report what it really required.</summary>
internal static class MonthReviews
{
    private const string Simulated = "simulated review";

    /// <summary>The review of a report.</summary>
    public static Review Of(SimulatedReport report)
    {
        if (report.Crimes.Count == 0)
        {
            return new Review { NoCrime = new NoCrimeRequired { RuleParagraph = "General Rules A", Rationale = Simulated } };
        }

        var review = new Review { Crimes = new CrimesFound() };
        for (int i = 0; i < report.Crimes.Count; i++)
        {
            SimulatedCrime crime = report.Crimes[i];
            CrimeDecision decision = SimulatedDecisions.Completed(new()
            {
                Offence = crime.Offence,
                VictimRef = $"v{i + 1}",
                Outcome = crime.Outcome,
                CrimeRef = crime.RecordedAfter is null ? "" : SimulatedFeeds.CrimeRef(report, i),
                Rationale = Simulated,
            });
            if (report.DomesticAbuse)
            {
                decision.Domains.Add("domestic-abuse");
            }

            review.Crimes.Decisions.Add(decision);
        }

        return review;
    }
}
