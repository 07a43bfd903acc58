using CrimeAudit.V1;

namespace AuditCli.Demo;

/// <summary>What simulated inspectors say of every required crime that was not recorded: nothing shows why, nor that anything was done.</summary>
internal static class SimulatedDecisions
{
    /// <summary>Adds what a review must say of a crime that was not recorded.</summary>
    public static CrimeDecision Completed(CrimeDecision decision)
    {
        if (decision.Outcome == ReviewOutcome.NotRecorded)
        {
            (decision.Safeguarding, decision.Investigation) = (Evidence.NotEvident, Evidence.NotEvident);
            decision.WhyMissed = WhyMissed.NoClearEvidence;
        }

        return decision;
    }
}
