using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;
using RuleVersion = AuditCore.Recording.Rules.RuleVersion;

namespace AuditCore.Recording;

/// <summary>What the counting rules need to know of the world: offence classes, and the rules in force on a date.</summary>
public interface IRecordingReference
{
    /// <summary>Home Office class of an offence, which also gives its group; <see cref="OffenceClass.Unknown"/> where a
    /// published category falls into none or several.</summary>
    /// <param name="offence">A code of the notifiable offence list, or a published category.</param>
    OffenceClass Classify(Offence offence);

    /// <summary>Sub class of an offence in the list's words, "Rape"; null for a category, and where the list gives none.</summary>
    /// <param name="offence">A code of the notifiable offence list, or a published category.</param>
    string? SubClass(Offence offence);

    /// <summary>Whether a reported incident of rape (N-code 100) may be about this offence: it is rape, or a category
    /// of sexual offences that does not say.</summary>
    /// <param name="offence">A code of the notifiable offence list, or a published category.</param>
    bool IsRape(Offence offence);

    /// <summary>The version of the rules that a report falls under.</summary>
    /// <param name="reportedAt">When the police were told, by any channel.</param>
    RuleVersion Rules(DateTimeOffset reportedAt);
}
