using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>What the counting rules need to know of the world: offence classes and recording deadlines.</summary>
public interface IRecordingReference
{
    /// <summary>Home Office class of an offence, which also gives its group; <see cref="OffenceClass.Unknown"/> where a
    /// published category falls into none or several.</summary>
    /// <param name="offence">A code of the notifiable offence list, or a published category.</param>
    OffenceClass Classify(Offence offence);

    /// <summary>Whether a reported incident of rape (N-code 100) may be about this offence: it is rape, or a category
    /// of sexual offences that does not say.</summary>
    /// <param name="offence">A code of the notifiable offence list, or a published category.</param>
    bool IsRape(Offence offence);

    /// <summary>Until when a crime told of in a report must be recorded: 24 elapsed hours after the report, 72 before
    /// 1 April 2015 (Europe/London).</summary>
    /// <param name="reportedAt">When the police were told, by any channel.</param>
    DateTimeOffset Deadline(DateTimeOffset reportedAt);
}
