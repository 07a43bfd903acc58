using CrimeAudit.V1;

namespace AuditServer.Audits.Frames;

/// <summary>Finds the stratum of a unit: the first in plan order that it matches.</summary>
internal sealed class StratumMatcher(AuditPlan plan)
{
    private readonly Rule[] rules = [.. plan.Strata.Select(s => new Rule(s))];

    /// <summary>Place of the stratum in the plan; null when none takes the unit.</summary>
    public int? Find(in WindowUnit unit)
    {
        for (int i = 0; i < rules.Length; i++)
        {
            if (rules[i].Takes(unit))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Whether units of a status stand in some population. A report still awaited stands in none.</summary>
    public static bool IsUnit(int status) => PopulationOf(status) != Population.Unspecified;

    private static Population PopulationOf(int status) => (IncidentStatus)status switch
    {
        IncidentStatus.Open or IncidentStatus.Closed => Population.Incidents,
        IncidentStatus.DirectCrime => Population.DirectCrimes,
        _ => Population.Unspecified,
    };

    /// <summary>The conditions of a stratum in the form in which the derived rows hold the facts.</summary>
    private sealed class Rule(Stratum stratum)
    {
        private readonly Population population = stratum.Population;
        private readonly HashSet<string> codes = new(stratum.Filter?.OpeningCodes ?? [], StringComparer.Ordinal);
        private readonly string[] qualifiers = [.. (stratum.Filter?.Qualifiers ?? []).Select(q => $" {q} ")];
        private readonly int groups = (stratum.Filter?.OffenceGroups ?? []).Aggregate(0, (bits, group) => bits | (1 << (int)group));

        public bool Takes(in WindowUnit unit) =>
            PopulationOf(unit.Status) == population &&
            (codes.Count == 0 || codes.Contains(unit.OpeningCode)) &&
            (groups == 0 || (unit.Groups & groups) != 0) &&
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
