namespace AuditServer.Security;

/// <summary>Which forces a role may speak or ask about in a call.</summary>
internal enum ForceRule
{
    /// <summary>Every force.</summary>
    AnyForce,

    /// <summary>Only those that the credential names.</summary>
    OwnForce,

    /// <summary>All but those that the credential names: nobody audits the own force.</summary>
    NotOwnForce,
}
