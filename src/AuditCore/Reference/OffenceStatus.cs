namespace AuditCore.Reference;

/// <summary>Whether the list says that an offence was in force on a date.</summary>
public enum OffenceStatus
{
    /// <summary>The list does not say: a needed date is missing, doubted, known to the month only, or contradicted by another column.</summary>
    NotStated = 0,

    /// <summary>In force.</summary>
    InForce = 1,

    /// <summary>Not yet commenced.</summary>
    NotYet = 2,

    /// <summary>Ceased before the date.</summary>
    Ceased = 3,
}
