using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits;

/// <summary>What reviewers find.</summary>
internal static class Reviews
{
    public static Review NoCrime() => new() { NoCrime = new NoCrimeRequired { RuleParagraph = "General Rules A" } };

    public static Review Of(params IReadOnlyList<CrimeDecision> decisions) =>
        decisions.Count == 0 ? NoCrime() : new Review { Crimes = new CrimesFound { Decisions = { decisions } } };

    public static CrimeDecision Decision(ReviewOutcome outcome, string code = Codes.Violence) => new()
    {
        Offence = new Offence { Code = code },
        Outcome = outcome,
        CrimeRef = outcome == ReviewOutcome.NotRecorded ? "" : "c1",
        Safeguarding = outcome == ReviewOutcome.NotRecorded ? Evidence.NotEvident : Evidence.Unspecified,
        Investigation = outcome == ReviewOutcome.NotRecorded ? Evidence.Evident : Evidence.Unspecified,
        WhyMissed = outcome == ReviewOutcome.NotRecorded ? WhyMissed.NoClearEvidence : WhyMissed.Unspecified,
    };
}
