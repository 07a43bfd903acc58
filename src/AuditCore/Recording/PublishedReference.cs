using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;
using RuleVersion = AuditCore.Recording.Rules.RuleVersion;

namespace AuditCore.Recording;

/// <summary>What the published offence list and the recording rules say.</summary>
public sealed class PublishedReference : IRecordingReference
{
    /// <inheritdoc/>
    public OffenceClass Classify(Offence offence)
    {
        ArgumentNullException.ThrowIfNull(offence);
        return offence.KindCase switch
        {
            Offence.KindOneofCase.Code => OffenceList.Published.Classify(offence.Code).Class,
            Offence.KindOneofCase.Category => PublishedCategories.Classify(offence.Category).Class,
            _ => OffenceClass.Unknown,
        };
    }

    /// <inheritdoc/>
    public bool IsRape(Offence offence)
    {
        ArgumentNullException.ThrowIfNull(offence);
        return offence.KindCase == Offence.KindOneofCase.Code
            ? OffenceList.Published.Classify(offence.Code).IsRape
            : Classify(offence) == OffenceClass.SexualOffences;
    }

    /// <inheritdoc/>
    public string? SubClass(Offence offence)
    {
        ArgumentNullException.ThrowIfNull(offence);
        return offence.KindCase == Offence.KindOneofCase.Code ? OffenceList.Published.Classify(offence.Code).SubClass : null;
    }

    /// <inheritdoc/>
    public RuleVersion Rules(DateTimeOffset reportedAt) => RuleBook.Published.For(reportedAt);
}
