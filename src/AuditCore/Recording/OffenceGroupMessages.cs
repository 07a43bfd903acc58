namespace AuditCore.Recording;

/// <summary>Offence groups between the reference data and the contract, which number them apart.</summary>
public static class OffenceGroupMessages
{
    /// <summary>The contract's value.</summary>
    /// <param name="group">A group of the reference data.</param>
    public static CrimeAudit.V1.OffenceGroup ToMessage(this Reference.OffenceGroup group) => group switch
    {
        Reference.OffenceGroup.Violence => CrimeAudit.V1.OffenceGroup.Violence,
        Reference.OffenceGroup.Sexual => CrimeAudit.V1.OffenceGroup.Sexual,
        Reference.OffenceGroup.Other => CrimeAudit.V1.OffenceGroup.Other,
        _ => CrimeAudit.V1.OffenceGroup.Unknown,
    };
}
