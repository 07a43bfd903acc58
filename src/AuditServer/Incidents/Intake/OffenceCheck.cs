using AuditCore.Reference;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Incidents.Intake;

/// <summary>Checks offences, in updates and in reviews.</summary>
internal static class OffenceCheck
{
    /// <summary>A code of the notifiable offence list, exactly as published, or some category.</summary>
    public static void Offence(this Violations violations, Offence? offence)
    {
        switch (offence?.KindCase ?? CrimeAudit.V1.Offence.KindOneofCase.None)
        {
            case CrimeAudit.V1.Offence.KindOneofCase.Code:
                if (!OffenceCode.IsWellFormed(offence!.Code) || !OffenceList.Published.Classify(offence.Code).IsListed)
                {
                    violations.Add("offence.code", $"'{offence.Code}' is not in the notifiable offence list; 105/12 is of its form");
                }

                break;
            case CrimeAudit.V1.Offence.KindOneofCase.Category:
                violations.Text("offence.category", offence!.Category, 1, 100);
                break;
            default:
                violations.Add("offence", "is missing: a code or a category");
                break;
        }
    }
}
