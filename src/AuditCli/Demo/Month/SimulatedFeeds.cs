using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Demo.Month;

/// <summary>What the force's systems send about its reports: command and control opens and closes, crime recording records.</summary>
internal static class SimulatedFeeds
{
    private const string CommandAndControl = "storm";
    private const string CrimeRecording = "niche";

    /// <summary>The updates of all reports, report by report.</summary>
    public static IEnumerable<IncidentUpdate> Updates(string force, SimulatedForce reports)
    {
        for (int i = 0; i < reports.Reports; i++)
        {
            foreach (IncidentUpdate update in OfReport(force, reports.Report(i)))
            {
                yield return update;
            }
        }
    }

    private static IEnumerable<IncidentUpdate> OfReport(string force, SimulatedReport report)
    {
        EventTime reported = EventTimes.Instant(report.ReportedAt);
        var opened = new Opened { ReportedTime = reported, Channel = Channel.NonEmergencyCall, OpeningCode = report.OpeningCode };
        if (report.DomesticAbuse)
        {
            opened.Qualifiers.Add("domestic-abuse");
        }

        for (int i = 0; i < report.Crimes.Count; i++)
        {
            if (report.Crimes[i].Alleged)
            {
                opened.AllegedCrimes.Add(new AllegedCrime { AllegedRef = AllegedRef(i), Offence = report.Crimes[i].Offence, VictimRef = $"v{i + 1}" });
            }
        }

        yield return IncidentUpdates.Opened(force, CommandAndControl, report.Reference, reported, opened, $"{report.Reference}-opened");
        for (int i = 0; i < report.Crimes.Count; i++)
        {
            if (report.Crimes[i].RecordedAfter is { } after)
            {
                yield return Recorded(force, report, i, report.ReportedAt + after);
            }
        }

        yield return IncidentUpdates.Closed(
            force, CommandAndControl, report.Reference, EventTimes.Instant(report.ReportedAt.AddDays(20)), report.OpeningCode,
            $"{report.Reference}-closed");
    }

    private static IncidentUpdate Recorded(string force, SimulatedReport report, int crime, DateTimeOffset at) => IncidentUpdates.CrimeRecorded(
        force,
        CommandAndControl,
        report.Reference,
        EventTimes.Instant(at),
        new CrimeRecorded
        {
            CrimeRef = CrimeRef(report, crime),
            Offence = report.Crimes[crime].RecordedAs,
            VictimRef = $"v{crime + 1}",
            AllegedRefs = { AllegedRef(crime) },
        },
        sentBy: CrimeRecording,
        requestId: $"{CrimeRef(report, crime)}-recorded");

    /// <summary>The crime record's reference.</summary>
    public static string CrimeRef(SimulatedReport report, int crime) => $"43-{report.Reference}-{crime + 1}";

    private static string AllegedRef(int crime) => $"a{crime + 1}";
}
