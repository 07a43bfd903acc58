using System.Collections.Frozen;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>
/// The one table of what may be done to an audit when. The order is what makes a sample believable: commitments before
/// the frame, the frame before the seed, the seed before the draw, the draw before any review.
/// </summary>
internal static class AuditTransitions
{
    private static readonly FrozenDictionary<(AuditStage From, AuditStep Step), AuditStage> Table =
        new Dictionary<(AuditStage, AuditStep), AuditStage>
        {
            [(AuditStage.Planned, AuditStep.LeadCommits)] = AuditStage.LeadCommitted,
            [(AuditStage.Planned, AuditStep.ForceCommits)] = AuditStage.ForceCommitted,
            [(AuditStage.LeadCommitted, AuditStep.ForceCommits)] = AuditStage.Committed,
            [(AuditStage.ForceCommitted, AuditStep.LeadCommits)] = AuditStage.Committed,
            [(AuditStage.Committed, AuditStep.Freeze)] = AuditStage.Frozen,
            [(AuditStage.Frozen, AuditStep.LeadReveals)] = AuditStage.LeadRevealed,
            [(AuditStage.Frozen, AuditStep.ForceReveals)] = AuditStage.ForceRevealed,
            [(AuditStage.LeadRevealed, AuditStep.ForceReveals)] = AuditStage.Seeded,
            [(AuditStage.ForceRevealed, AuditStep.LeadReveals)] = AuditStage.Seeded,
            [(AuditStage.Frozen, AuditStep.Withhold)] = AuditStage.Voided,
            [(AuditStage.LeadRevealed, AuditStep.Withhold)] = AuditStage.Voided,
            [(AuditStage.ForceRevealed, AuditStep.Withhold)] = AuditStage.Voided,
            [(AuditStage.WitnessedPlanned, AuditStep.Freeze)] = AuditStage.WitnessedFrozen,
            [(AuditStage.WitnessedFrozen, AuditStep.Witness)] = AuditStage.Seeded,
            [(AuditStage.Seeded, AuditStep.Draw)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.ListItems)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.Assign)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.Review)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.ReportUnavailable)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.Extend)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.Respond)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.Reconsider)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.Arbitrate)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.Reopen)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.Estimate)] = AuditStage.Drawn,
            [(AuditStage.Drawn, AuditStep.Finalize)] = AuditStage.Final,
            [(AuditStage.Final, AuditStep.ListItems)] = AuditStage.Final,
            [(AuditStage.Final, AuditStep.Estimate)] = AuditStage.Final,
            [(AuditStage.Planned, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.LeadCommitted, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.ForceCommitted, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.Committed, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.WitnessedPlanned, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.Frozen, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.LeadRevealed, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.ForceRevealed, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.WitnessedFrozen, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.Seeded, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.Drawn, AuditStep.Abandon)] = AuditStage.Abandoned,
            [(AuditStage.Abandoned, AuditStep.ListItems)] = AuditStage.Abandoned,
        }.ToFrozenDictionary();

    /// <summary>The whole table, for the picture of it.</summary>
    public static IReadOnlyDictionary<(AuditStage From, AuditStep Step), AuditStage> All => Table;

    /// <summary>Whether any of these steps may be taken now.</summary>
    public static bool Allows(Audit audit, params ReadOnlySpan<AuditStep> steps)
    {
        AuditStage stage = AuditStages.StageOf(audit);
        foreach (AuditStep step in steps)
        {
            if (Table.ContainsKey((stage, step)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The state after a step.</summary>
    /// <exception cref="Fault">AUDIT_STATE: the step may not be taken now; says what comes next.</exception>
    public static AuditState After(Audit audit, AuditStep step) =>
        Table.TryGetValue((AuditStages.StageOf(audit), step), out AuditStage next) ? AuditStages.StateOf(next) : throw Refusal(audit, step);

    /// <summary>Throws unless the step may be taken now.</summary>
    /// <exception cref="Fault">AUDIT_STATE.</exception>
    public static void Require(Audit audit, AuditStep step) => After(audit, step);

    private static Fault Refusal(Audit audit, AuditStep step) =>
        Faults.AuditState(audit.AuditId, NameOf(audit.State), $"{Needs(step)}; {Next(AuditStages.StageOf(audit))}");

    /// <summary>The state as the contract spells it, without its prefix.</summary>
    public static string NameOf(AuditState state) => state.ToString().ToUpperInvariant();

    private static string Needs(AuditStep step) => step switch
    {
        AuditStep.LeadCommits => "the lead commits once, before the freeze, and only where the seed is of commit–reveal",
        AuditStep.ForceCommits => "the force commits once, before the freeze, and only where the seed is of commit–reveal",
        AuditStep.Freeze => "a frame is frozen once: COMMITTED, or PLANNED where the seed is witnessed",
        AuditStep.LeadReveals => "the lead reveals once, and only what is committed, when FROZEN",
        AuditStep.ForceReveals => "the force reveals once, and only what is committed, when FROZEN",
        AuditStep.Witness => "a witnessed seed is stated once, when FROZEN",
        AuditStep.Draw => "a sample is drawn once, when SEEDED",
        AuditStep.ListItems => "there is a sample to list once DRAWN",
        AuditStep.Assign => "reviews are assigned when DRAWN",
        AuditStep.Review => "reviews are taken when DRAWN",
        AuditStep.ReportUnavailable => "a report is replaced when DRAWN",
        AuditStep.Extend => "a sample is enlarged when DRAWN",
        AuditStep.Respond => "findings are answered when DRAWN",
        AuditStep.Reconsider => "findings are reconsidered when DRAWN",
        AuditStep.Arbitrate => "items are arbitrated when DRAWN",
        AuditStep.Reopen => "items are reopened when DRAWN",
        AuditStep.Finalize => "an audit is made final once, when DRAWN",
        AuditStep.Abandon => "an audit is abandoned once, and before it is FINAL",
        AuditStep.Withhold => "a secret is withheld when FROZEN, of commit–reveal, and past the time to reveal it",
        _ => "there is something to estimate from once DRAWN, and not when ABANDONED",
    };

    private static string Next(AuditStage stage) => stage switch
    {
        AuditStage.Planned => "next, lead and force commit (CommitSeed)",
        AuditStage.LeadCommitted => "next, the force commits (CommitSeed)",
        AuditStage.ForceCommitted => "next, the lead commits (CommitSeed)",
        AuditStage.Committed or AuditStage.WitnessedPlanned => "next, the frame is frozen (FreezeFrame)",
        AuditStage.Frozen => "next, lead and force reveal (RevealSeed)",
        AuditStage.LeadRevealed => "next, the force reveals (RevealSeed)",
        AuditStage.ForceRevealed => "next, the lead reveals (RevealSeed)",
        AuditStage.WitnessedFrozen => "next, the lead states the witnessed seed (RevealSeed)",
        AuditStage.Seeded => "next, the sample is drawn (DrawSample)",
        AuditStage.Final or AuditStage.Abandoned or AuditStage.Voided => "nothing follows on it",
        _ => "next, reviews are assigned and submitted (AssignReviews, SubmitReview)",
    };
}
