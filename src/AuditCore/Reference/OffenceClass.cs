namespace AuditCore.Reference;

/// <summary>The classes of the Home Office notifiable offence list. Slugs and display names: <see cref="OffenceClasses"/>.</summary>
public enum OffenceClass
{
    /// <summary>No single class: an unknown code, a category that spans classes, or no crime at all.</summary>
    Unknown = 0,

    /// <summary>Violence against the person.</summary>
    ViolenceAgainstThePerson = 1,

    /// <summary>Sexual offences.</summary>
    SexualOffences = 2,

    /// <summary>Robbery.</summary>
    Robbery = 3,

    /// <summary>Burglary.</summary>
    Burglary = 4,

    /// <summary>Vehicle offences.</summary>
    VehicleOffences = 5,

    /// <summary>Theft.</summary>
    Theft = 6,

    /// <summary>Arson and criminal damage.</summary>
    ArsonAndCriminalDamage = 7,

    /// <summary>Drug offences.</summary>
    DrugOffences = 8,

    /// <summary>Possession of weapons.</summary>
    PossessionOfWeapons = 9,

    /// <summary>Public order offences.</summary>
    PublicOrderOffences = 10,

    /// <summary>Miscellaneous crimes against society.</summary>
    MiscellaneousCrimesAgainstSociety = 11,

    /// <summary>Fraud and computer misuse recorded nationally (NFIB). Left out of audits, so in no group.</summary>
    Fraud = 12,
}
