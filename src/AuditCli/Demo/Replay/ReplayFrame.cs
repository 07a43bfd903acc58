using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Demo.Replay;

/// <summary>
/// The reports that a replay is drawn from: simulated, spread over the window, the same for every seed, so that only the
/// draw differs. The replay's inspectors decide what was recorded; these reports allege nothing themselves.
/// </summary>
internal static class ReplayFrame
{
    /// <summary>Reports in the window.</summary>
    public static int Size(PublishedInspection inspection) =>
        inspection.Sampled.Sum(s => s.Frame) + inspection.Censuses.Sum(c => c.Required) + inspection.OutsideStrata;

    /// <summary>The updates that open them, in order of time.</summary>
    public static IEnumerable<IncidentUpdate> Updates(string force, PublishedInspection inspection)
    {
        var random = new DemoRandom($"replay {inspection.Name}");
        List<string> codes = OpeningCodes(inspection, random);
        random.Shuffle(codes);
        for (int i = 0; i < codes.Count; i++)
        {
            DateTimeOffset reported = SimulatedReports.ReportedAt(inspection.From, inspection.To, i, codes.Count, random);
            string reference = $"R{inspection.Name}-{i + 1:000000}";
            yield return IncidentUpdates.Opened(
                force, "storm", reference, reported, codes[i], requestId: $"{reference}-opened");
        }
    }

    /// <summary>The strata of the replay's plan: the censuses first, since a unit belongs to the first that it matches.</summary>
    public static IEnumerable<Stratum> Strata(PublishedInspection inspection)
    {
        foreach (CensusStratum census in inspection.Censuses)
        {
            yield return new Stratum { Name = census.Name, Population = Population.Incidents, Filter = Coded(census.Name), Census = true };
        }

        foreach (SampledStratum stratum in inspection.Sampled)
        {
            yield return new Stratum
            {
                Name = stratum.Name,
                Population = Population.Incidents,
                Filter = Coded(stratum.Name),
                SampleSize = stratum.Sample,
            };
        }
    }

    private static StratumFilter Coded(string openingCode) => new() { OpeningCodes = { openingCode } };

    private static List<string> OpeningCodes(PublishedInspection inspection, DemoRandom random) =>
    [
        .. inspection.Censuses.SelectMany(c => Enumerable.Repeat(c.Name, c.Required)),
        .. inspection.Sampled.SelectMany(s => Enumerable.Repeat(s.Name, s.Frame)),
        .. Enumerable.Range(0, inspection.OutsideStrata).Select(_ => SimulatedReports.NoCrimeCode(random)),
    ];
}
