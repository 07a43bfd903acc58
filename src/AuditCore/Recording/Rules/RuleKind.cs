namespace AuditCore.Recording.Rules;

/// <summary>What a rule looks at. The kind is code; to what it applies, who may decide and how long it takes are data.</summary>
public enum RuleKind
{
    /// <summary>A crime is answered before its deadline; whether it is overdue depends on the time of asking.</summary>
    Unanswered,

    /// <summary>A recorded crime was recorded before its deadline.</summary>
    RecordedInTime,

    /// <summary>An incident is not closed while a crime is unanswered.</summary>
    ClosedUnanswered,

    /// <summary>These reporters act for the victim, so these reasons and N-codes do not excuse.</summary>
    ThirdParty,

    /// <summary>The victim is told of a decision not to record.</summary>
    VictimToldOfDecision,

    /// <summary>A delay has a rationale and the registrar's oversight.</summary>
    DelayOverseen,

    /// <summary>A rape that is not recorded as one is recorded as a reported incident of rape, within a tolerance.</summary>
    ReportedIncidentOfRape,

    /// <summary>A record answers crimes against one victim only.</summary>
    OneCrimePerVictim,

    /// <summary>These offences are recorded beside any other offence against the victim.</summary>
    RecordedAdditionally,

    /// <summary>A reference is not used for a report of another time.</summary>
    ReferenceReused,

    /// <summary>These deciders may reclassify.</summary>
    ReclassificationDecider,

    /// <summary>These deciders may cancel for these reasons.</summary>
    CancellationDecider,

    /// <summary>Who cancels for these reasons is independent of the investigation.</summary>
    CancellationIndependent,

    /// <summary>The victim is told before a cancellation for these reasons.</summary>
    CancellationVictimTold,

    /// <summary>A cancellation for these reasons names the other force's number.</summary>
    CancellationOtherForce,

    /// <summary>A cancellation for these reasons is for these offences only.</summary>
    CancellationOffence,
}
