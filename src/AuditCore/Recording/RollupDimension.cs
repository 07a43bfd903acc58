namespace AuditCore.Recording;

/// <summary>By what live counts are broken down further, one at a time. The numbers are to be stored: they never change.</summary>
public enum RollupDimension
{
    /// <summary>Area of the force.</summary>
    Area = 0,

    /// <summary>Channel of the report, as the contract names it.</summary>
    Channel = 1,

    /// <summary>Opening code now.</summary>
    OpeningCode = 2,

    /// <summary>Closing code; empty while open.</summary>
    ClosingCode = 3,

    /// <summary>Qualifier now. A crime counts under each qualifier of its report, so values do not add up to the whole.</summary>
    Qualifier = 4,

    /// <summary>Reason not to record, as the contract names it; only of crimes that a reason answers.</summary>
    NotRecordedReason = 5,
}
