namespace AuditCore.Reference;

/// <summary>Whom an offence is against: the recording test differs.</summary>
public enum OffenceAgainst
{
    /// <summary>A victim (V).</summary>
    Victim = 0,

    /// <summary>The state (S).</summary>
    State = 1,

    /// <summary>Either, by the facts of the case (S/V).</summary>
    VictimOrState = 2,
}
