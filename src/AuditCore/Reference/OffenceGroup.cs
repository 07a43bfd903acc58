namespace AuditCore.Reference;

/// <summary>The groups that crime data integrity inspections report on.</summary>
public enum OffenceGroup
{
    /// <summary>A published category that falls into more than one group, something that is no crime, or fraud, which the audits leave out.</summary>
    Unknown = 0,

    /// <summary>
    /// Violence against the person: homicide, violence with and without injury, stalking and harassment, death or serious injury by illegal driving.
    /// </summary>
    Violence = 1,

    /// <summary>Sexual offences, rape among them.</summary>
    Sexual = 2,

    /// <summary>All other notifiable offences, fraud excluded.</summary>
    Other = 3,
}
