using System.Globalization;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench;

/// <summary>Reports of three years up to now, of 40 areas, 30 opening codes and a few qualifiers; nine in ten have their crime recorded.</summary>
internal static class SampleReports
{
    private const int Days = 3 * 365;
    private static readonly string[] Codes = ["105/01", "046/00", "028/03", "045/10"];
    private static readonly string[] Qualifiers = ["repeat", "domestic-abuse", "school"];

    public static IEnumerable<IncidentUpdate> Take(int reports, DateTimeOffset now)
    {
        for (int i = 0; i < reports; i++)
        {
            string reference = string.Create(CultureInfo.InvariantCulture, $"URN-{i:00000000}");
            DateTimeOffset at = now - (TimeSpan.FromDays(Days) * ((reports - i) / (double)reports));
            var crime = new AllegedCrime { AllegedRef = "a1", Offence = new Offence { Code = Codes[i % Codes.Length] } };
            EventTime time = EventTimes.Instant(at);
            var opened = new Opened { ReportedTime = time, AllegedCrimes = { crime }, Channel = (Channel)(i % 8) };
            opened.Area = string.Create(CultureInfo.InvariantCulture, $"area-{i * 7 % 40}");
            opened.OpeningCode = string.Create(CultureInfo.InvariantCulture, $"code-{i * 11 % 30}");
            opened.Qualifiers.Add(Qualifiers[i % Qualifiers.Length]);
            yield return IncidentUpdates.Opened("thames-valley", "storm", reference, time, opened, $"{reference}-opened");
            if (i % 10 != 0)
            {
                var recorded = new CrimeRecorded { CrimeRef = $"43-{reference}", Offence = crime.Offence, AllegedRefs = { "a1" } };
                yield return IncidentUpdates.CrimeRecorded(
                    "thames-valley", "storm", reference, EventTimes.Instant(at), recorded, "niche", $"{reference}-recorded");
            }
        }
    }
}
