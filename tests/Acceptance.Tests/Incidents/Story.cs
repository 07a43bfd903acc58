using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Incidents;

/// <summary>The life of one incident with every kind of change, ties in time and a withdrawal.</summary>
internal static class Story
{
    public static IncidentUpdate[] Of(string force, string reference)
    {
        int number = 0;
        IncidentUpdate Tell(string system, double hours, Action<IncidentUpdate> change) => IncidentUpdates.Of(
            force,
            Told.Command,
            reference,
            EventTimes.Instant(Moments.Reported.AddHours(hours)),
            change,
            system,
            $"{reference}/{number++:00}");

        return
        [
            Tell(Told.Command, 0, u => u.Opened = new Opened
            {
                ReportedTime = EventTimes.Instant(Moments.Reported),
                Channel = Channel.EmergencyCall,
                OpeningCode = "violence",
                Area = "north",
                ReporterKind = ReporterKind.Victim,
                Qualifiers = { "vulnerable", "domestic-abuse" },
                AllegedCrimes = { Told.Alleged("a1", victim: "v1"), Told.Alleged("a2", Codes.Robbery, "v1") },
            }),
            Tell(Told.Command, 1, u => u.Recoded = new Recoded { OpeningCode = "domestic" }),
            Tell(Told.Command, 1, u => u.QualifiersChanged = new QualifiersChanged { Qualifiers = { "domestic-abuse", "repeat" } }),
            Tell(Told.CrimeSystem, 2, u => u.CrimeAlleged = new CrimeAlleged { AllegedCrime = Told.Alleged("a3", Codes.Sexual, "v2") }),
            Tell(Told.CrimeSystem, 2, u => u.CrimeAlleged = new CrimeAlleged { AllegedCrime = Told.Alleged("a4", Codes.Theft, "v3") }),
            Tell(Told.Command, 3, u => u.CrimeAlleged = new CrimeAlleged { AllegedCrime = Told.Alleged("a5", Codes.Theft, "v3") }),
            Tell(Told.CrimeSystem, 5, u => u.CrimeRecorded = Crime("c1", Codes.Violence, "v1", "a1")),
            // Names no alleged crime, and finds the theft with the earlier deadline.
            Tell(Told.CrimeSystem, 30, u => u.CrimeRecorded = Crime("c2", Codes.Theft, "v3")),
            Tell(Told.CrimeSystem, 30, u => u.CrimeRecorded = Crime("c3", Codes.Burglary, "v9")),
            // Answers the robbery, until it is withdrawn.
            Tell(Told.CrimeSystem, 6, u => u.CrimeRecorded = Crime("c4", Codes.Robbery, "v1", "a2")),
            Tell(Told.CrimeSystem, 7, u => u.CrimeRecorded = Crime("c5", Codes.Robbery, "v1", "a2")),
            Tell(Told.CrimeSystem, 8, u => u.Withdrawn = new Withdrawn { RequestId = $"{reference}/09", ReasonCode = "wrong-log" }),
            Tell(Told.CrimeSystem, 40, u => u.CrimeReclassified = Reclassified("c1", Codes.Sexual)),
            Tell(Told.CrimeSystem, 41, u => u.CrimeReclassified = Reclassified("c1", Codes.Violence)),
            Tell(Told.CrimeSystem, 50, u => u.CrimeCancelled = new CrimeCancelled { CrimeRef = "c5", Reason = CancellationReason.C4Error }),
            Tell(Told.CrimeSystem, 9, u => u.ReportedIncidentRecorded = new ReportedIncidentRecorded { Code = "100/01", AllegedRefs = { "a3" } }),
            Tell(Told.Command, 10, u => u.CrimeNotRecorded = Decision("a5")),
            Tell(Told.Command, 10, u => u.RecordingDelayed = new RecordingDelayed { AllegedRefs = { "a2" }, RationaleCode = "statement" }),
            // The same moment, in the sender's own order: closed, reopened, closed otherwise.
            Tell(Told.Command, 60, u => (u.SourceSequence, u.Closed) = (1, new Closed { ClosingCode = "first" })),
            Tell(Told.Command, 60, u => (u.SourceSequence, u.Reopened) = (2, new Reopened())),
            Tell(Told.Command, 60, u => (u.SourceSequence, u.Closed) = (3, new Closed { ClosingCode = "last" })),
        ];
    }

    private static CrimeRecorded Crime(string crimeRef, string code, string victim, params string[] answers) =>
        new() { CrimeRef = crimeRef, Offence = new Offence { Code = code }, VictimRef = victim, AllegedRefs = { answers } };

    private static CrimeReclassified Reclassified(string crimeRef, string code) =>
        new() { CrimeRef = crimeRef, Offence = new Offence { Code = code } };

    private static CrimeNotRecorded Decision(string allegedRef) =>
        new() { AllegedRefs = { allegedRef }, Reason = NotRecordedReason.NoNotifiableCrime, DeciderKind = DeciderKind.Supervisor };
}
