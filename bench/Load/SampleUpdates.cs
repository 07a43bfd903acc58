using System.Globalization;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Load;

/// <summary>
/// Updates of one force as its systems send them, by event time: half a million reports a year, one every 63 seconds, each alleging a
/// crime; nine in ten recorded by the crime system three hours later; the log closed after two days. So the updates of an incident
/// lie thousands apart, and a turn meets about as many incidents as updates. 40 areas, 30 opening codes, 8 channels, 3 qualifiers.
/// </summary>
internal static class SampleUpdates
{
    /// <summary>The force.</summary>
    public const string Force = "thames-valley";

    /// <summary>When the first report is made.</summary>
    public static readonly DateTimeOffset Start = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Between two reports.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(63);

    private const int UnrecordedOneIn = 10;
    private static readonly TimeSpan RecordedAfter = TimeSpan.FromHours(3);
    private static readonly TimeSpan ClosedAfter = TimeSpan.FromDays(2);
    private static readonly int RecordedLater = (int)(RecordedAfter / Apart);
    private static readonly int ClosedLater = (int)(ClosedAfter / Apart);
    private static readonly string[] Codes = ["105/01", "046/00", "028/03", "045/10"];
    private static readonly string[] Qualifiers = ["repeat", "domestic-abuse", "school"];

    /// <summary>The first updates of the force.</summary>
    /// <param name="count">How many.</param>
    /// <param name="skip">How many before them were sent already.</param>
    public static IEnumerable<IncidentUpdate> Take(int count, int skip = 0) => All().Skip(skip).Take(count);

    /// <summary>The same updates incident by incident, as an export of a database lists them.</summary>
    public static IEnumerable<IncidentUpdate> TakeByIncident(int count) =>
        Enumerable.Range(0, int.MaxValue).SelectMany(report => Of(report, Opened, Recorded, Closed)).Take(count);

    /// <summary>When a report is made.</summary>
    public static DateTimeOffset ReportedAt(int report) => Start + (report * Apart);

    private static IEnumerable<IncidentUpdate> All()
    {
        for (int now = 0; ; now++)
        {
            yield return Opened(now);
            if (now >= RecordedLater && IsRecorded(now - RecordedLater))
            {
                yield return Recorded(now - RecordedLater);
            }

            if (now >= ClosedLater)
            {
                yield return Closed(now - ClosedLater);
            }
        }
    }

    private static IEnumerable<IncidentUpdate> Of(int report, params IReadOnlyList<Func<int, IncidentUpdate>> changes) =>
        changes.Where((_, place) => place != 1 || IsRecorded(report)).Select(change => change(report));

    private static bool IsRecorded(int report) => report % UnrecordedOneIn != 0;

    private static IncidentUpdate Opened(int report)
    {
        EventTime time = EventTimes.Instant(ReportedAt(report));
        var opened = new Opened
        {
            ReportedTime = time,
            Channel = (Channel)(report % 8),
            Area = Numbered("area", report * 7L % 40),
            OpeningCode = Numbered("code", report * 11L % 30),
            Qualifiers = { Qualifiers[report % Qualifiers.Length] },
            AllegedCrimes = { new AllegedCrime { AllegedRef = "a1", Offence = OffenceOf(report), VictimRef = "v1" } },
        };
        return IncidentUpdates.Opened(Force, "storm", Reference(report), time, opened, $"{Reference(report)}-opened");
    }

    private static IncidentUpdate Recorded(int report) => IncidentUpdates.CrimeRecorded(
        Force, "storm", Reference(report), EventTimes.Instant(ReportedAt(report) + RecordedAfter),
        new CrimeRecorded { CrimeRef = $"43-{Reference(report)}", Offence = OffenceOf(report), VictimRef = "v1", AllegedRefs = { "a1" } },
        sentBy: "niche", requestId: $"{Reference(report)}-recorded");

    private static IncidentUpdate Closed(int report) => IncidentUpdates.Closed(
        Force, "storm", Reference(report), EventTimes.Instant(ReportedAt(report) + ClosedAfter), "crime", $"{Reference(report)}-closed");

    private static Offence OffenceOf(int report) => new() { Code = Codes[report % Codes.Length] };

    private static string Reference(int report) => string.Create(CultureInfo.InvariantCulture, $"URN-{report:00000000}");

    private static string Numbered(string word, long number) => string.Create(CultureInfo.InvariantCulture, $"{word}-{number}");
}
