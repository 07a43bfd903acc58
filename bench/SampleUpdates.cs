using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench;

/// <summary>Updates as a force's systems send them: a report opened with an alleged crime, the crime recorded, the log closed.</summary>
internal static class SampleUpdates
{
    private static readonly string[] Codes = ["105/01", "046/00", "028/03", "045/10"];
    private static readonly DateTimeOffset Start = new(2019, 2, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<IncidentUpdate> Take(int count)
    {
        for (int i = 0; i < count; i++)
        {
            int report = i / 3;
            string reference = $"URN-{report:00000000}";
            DateTimeOffset at = Start.AddSeconds(report * 5);
            yield return (i % 3) switch
            {
                0 => Opened(reference, at, Codes[report % Codes.Length]),
                1 => Recorded(reference, at.AddHours(3), Codes[report % Codes.Length]),
                _ => IncidentUpdates.Closed("thames-valley", "storm", reference, EventTimes.Instant(at.AddDays(2)), "crime", $"{reference}-closed"),
            };
        }
    }

    private static IncidentUpdate Opened(string reference, DateTimeOffset at, string code) => IncidentUpdates.Opened(
        "thames-valley", "storm", reference, at, "violence",
        [new AllegedCrime { AllegedRef = "a1", Offence = new Offence { Code = code }, VictimRef = "v1" }], $"{reference}-opened");

    private static IncidentUpdate Recorded(string reference, DateTimeOffset at, string code) => IncidentUpdates.CrimeRecorded(
        "thames-valley", "storm", reference, EventTimes.Instant(at),
        new CrimeRecorded { CrimeRef = $"43-{reference}", Offence = new Offence { Code = code }, VictimRef = "v1", AllegedRefs = { "a1" } },
        sentBy: "niche", requestId: $"{reference}-recorded");
}
