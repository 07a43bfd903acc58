using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Audits.Plans;

/// <summary>Checks the conditions of a stratum that only cancelled crimes, or only N100s, can meet.</summary>
internal static class RecordFilterCheck
{
    public static void Check(Stratum stratum, Violations violations)
    {
        StratumFilter filter = stratum.Filter ?? new StratumFilter();
        violations.Enter("filter");
        if (filter.CancellationReasons.Count > 0 && stratum.Population != Population.CancelledCrimes)
        {
            violations.Add("cancellation_reasons", "is for strata of cancelled crimes alone; of another population it takes nothing");
        }

        if (filter.ReportedIncidentCodes.Count > 0 && stratum.Population != Population.N100S)
        {
            violations.Add("reported_incident_codes", "is for strata of N100s alone; of another population it takes nothing");
        }

        for (int i = 0; i < filter.CancellationReasons.Count; i++)
        {
            if (filter.CancellationReasons[i] == CancellationReason.Unspecified || !Enum.IsDefined(filter.CancellationReasons[i]))
            {
                violations.Add("cancellation_reasons", i, $"is {filter.CancellationReasons[i]}, which is no reason; leave it out for every reason");
            }
        }

        for (int i = 0; i < filter.ReportedIncidentCodes.Count; i++)
        {
            if (!IsN100(filter.ReportedIncidentCodes[i]))
            {
                violations.Add("reported_incident_codes", i, $"'{filter.ReportedIncidentCodes[i]}' is no code of an N100; 100/01 is one");
            }
        }

        violations.Leave();
    }

    /// <summary>Whether a code is that of a reported incident of rape.</summary>
    public static bool IsN100(string code) =>
        code.StartsWith(ReportedIncidentFold.OfRapePrefix, StringComparison.Ordinal) &&
        OffenceCode.IsWellFormed(code) &&
        ReportedIncidentList.Published.Find(code) is not null;
}
