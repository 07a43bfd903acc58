using CrimeAudit.V1;

namespace AuditCli.Demo.Month;

/// <summary>What only a simulation knows: how many crimes the reports required and how many were recorded, all of them counted.</summary>
internal sealed class KnownTruth
{
    private readonly Dictionary<OffenceGroup, (long Required, long Recorded)> counts = [];

    public KnownTruth(SimulatedForce force)
    {
        for (int i = 0; i < force.Reports; i++)
        {
            foreach (SimulatedCrime crime in force.Report(i).Crimes)
            {
                (long required, long recorded) = counts.GetValueOrDefault(crime.Group);
                counts[crime.Group] = (required + 1, recorded + (crime.RecordedAfter is null ? 0 : 1));
            }
        }
    }

    /// <summary>The true recording rate, of a group or of all (null).</summary>
    public double Rate(OffenceGroup? group)
    {
        (long Required, long Recorded)[] chosen = [.. counts.Where(c => group is null || c.Key == group).Select(c => c.Value)];
        return (double)chosen.Sum(c => c.Recorded) / chosen.Sum(c => c.Required);
    }
}
