using AuditCore.Recording.Rules;
using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>The signs of a report so far, as the conditions of presumptions that each of them meets. They add up.</summary>
internal struct Signs(PresumptionIndex index)
{
    private ulong reporters;
    private ulong codes = index.AnyCode;
    private ulong qualifiers = index.AnyQualifier;

    /// <summary>Conditions that are met.</summary>
    public readonly ulong Met => reporters & codes & qualifiers;

    /// <summary>What a report says.</summary>
    public void Add(Opened report)
    {
        reporters |= index.OfReporter(report.ReporterKind);
        codes |= index.OfCode(report.OpeningCode);
        qualifiers |= index.OfQualifiers(report.Qualifiers);
    }

    /// <summary>What a change of code or qualifiers says, or a further report.</summary>
    public void Add(IncidentUpdate later)
    {
        switch (later.ChangeCase)
        {
            case IncidentUpdate.ChangeOneofCase.Opened:
                Add(later.Opened);
                break;
            case IncidentUpdate.ChangeOneofCase.Recoded:
                codes |= index.OfCode(later.Recoded.OpeningCode);
                break;
            case IncidentUpdate.ChangeOneofCase.QualifiersChanged:
                qualifiers |= index.OfQualifiers(later.QualifiersChanged.Qualifiers);
                break;
            default:
                break;
        }
    }
}
