using CrimeAudit.V1;

namespace AuditServer.Audits.Frames;

/// <summary>Finds the strata that a unit matches. It belongs to the first of them in plan order.</summary>
internal sealed class StratumMatcher(AuditPlan plan, UnitPopulations populations)
{
    private readonly Rule[] rules = [.. plan.Strata.Select(s => new Rule(s))];

    /// <summary>Place in the plan of the first stratum that takes the unit, from a place on; null when none does.</summary>
    public int? Find(in WindowUnit unit, int firstPlace = 0)
    {
        for (int i = firstPlace; i < rules.Length; i++)
        {
            if (populations.Holds(rules[i].Population, unit) && rules[i].Takes(unit))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The conditions of a stratum in the form in which the derived rows hold the facts.</summary>
    private sealed class Rule(Stratum stratum)
    {
        private readonly HashSet<string> codes = new(stratum.Filter?.OpeningCodes ?? [], StringComparer.Ordinal);
        private readonly string[] qualifiers = [.. (stratum.Filter?.Qualifiers ?? []).Select(q => $" {q} ")];
        private readonly int groups = (stratum.Filter?.OffenceGroups ?? []).Aggregate(0, (bits, group) => bits | (1 << (int)group));
        private readonly HashSet<CancellationReason> reasons = [.. stratum.Filter?.CancellationReasons ?? []];
        private readonly HashSet<string> reportedIncidents = new(stratum.Filter?.ReportedIncidentCodes ?? [], StringComparer.Ordinal);

        public Population Population => stratum.Population;

        public bool Takes(in WindowUnit unit) =>
            (codes.Count == 0 || codes.Contains(unit.OpeningCode)) &&
            (groups == 0 || (unit.Groups & groups) != 0) &&
            (reasons.Count == 0 || (unit.Record is { } cancelled && reasons.Contains(cancelled.Reason))) &&
            (reportedIncidents.Count == 0 || (unit.Record is { } n100 && reportedIncidents.Contains(n100.Code))) &&
            (qualifiers.Length == 0 || HasQualifier(unit.Qualifiers));

        private bool HasQualifier(string held)
        {
            foreach (string qualifier in qualifiers)
            {
                if (held.Contains(qualifier, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
