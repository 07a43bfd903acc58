using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>Where an audit stands, finer than the contract's state: which party has committed or revealed.</summary>
internal enum AuditStage
{
    Planned,
    LeadCommitted,
    ForceCommitted,
    Committed,
    Frozen,
    LeadRevealed,
    ForceRevealed,
    WitnessedPlanned,
    WitnessedFrozen,
    Seeded,
    Drawn,
    Final,
    Abandoned,
    Voided,
}

/// <summary>What is done to an audit, or asked of it.</summary>
internal enum AuditStep
{
    LeadCommits,
    ForceCommits,
    Freeze,
    LeadReveals,
    ForceReveals,
    Witness,

    /// <summary>A secret is not revealed in time: what the service itself notes.</summary>
    Withhold,
    Draw,
    ListItems,
    Assign,
    Review,
    ReportUnavailable,
    Extend,
    Respond,
    Reconsider,
    Arbitrate,
    Reopen,
    Finalize,
    Abandon,
    Estimate,
}

/// <summary>Reads the stage of an audit from what is known of it.</summary>
internal static class AuditStages
{
    public static AuditStage StageOf(Audit audit) => audit.State switch
    {
        AuditState.Planned when IsWitnessed(audit) => AuditStage.WitnessedPlanned,
        AuditState.Planned when !audit.Seed.LeadCommitment.IsEmpty => AuditStage.LeadCommitted,
        AuditState.Planned when !audit.Seed.ForceCommitment.IsEmpty => AuditStage.ForceCommitted,
        AuditState.Planned => AuditStage.Planned,
        AuditState.Committed => AuditStage.Committed,
        AuditState.Frozen when IsWitnessed(audit) => AuditStage.WitnessedFrozen,
        AuditState.Frozen when audit.Seed.LeadReveal.Length > 0 => AuditStage.LeadRevealed,
        AuditState.Frozen when audit.Seed.ForceReveal.Length > 0 => AuditStage.ForceRevealed,
        AuditState.Frozen => AuditStage.Frozen,
        AuditState.Seeded => AuditStage.Seeded,
        AuditState.Drawn => AuditStage.Drawn,
        AuditState.Final => AuditStage.Final,
        AuditState.Abandoned => AuditStage.Abandoned,
        AuditState.Voided => AuditStage.Voided,
        _ => throw new InvalidOperationException($"Audit '{audit.AuditId}' is in no state."),
    };

    /// <summary>The contract's state of a stage.</summary>
    public static AuditState StateOf(AuditStage stage) => stage switch
    {
        AuditStage.Planned or AuditStage.LeadCommitted or AuditStage.ForceCommitted or AuditStage.WitnessedPlanned => AuditState.Planned,
        AuditStage.Committed => AuditState.Committed,
        AuditStage.Frozen or AuditStage.LeadRevealed or AuditStage.ForceRevealed or AuditStage.WitnessedFrozen => AuditState.Frozen,
        AuditStage.Seeded => AuditState.Seeded,
        AuditStage.Final => AuditState.Final,
        AuditStage.Abandoned => AuditState.Abandoned,
        AuditStage.Voided => AuditState.Voided,
        _ => AuditState.Drawn,
    };

    /// <summary>Whether nothing that changes the audit can follow.</summary>
    public static bool IsOver(this Audit audit) => audit.State is AuditState.Final or AuditState.Abandoned or AuditState.Voided;

    private static bool IsWitnessed(Audit audit) => audit.Plan.SeedSource == SeedSource.Witnessed;
}
