using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Support;

/// <summary>What a force's two systems tell: the command-and-control system opens incidents, the crime system records.</summary>
internal static class Told
{
    public const string Command = "storm";
    public const string CrimeSystem = "niche";

    public static IncidentUpdate Report(string force, string reference, params AllegedCrime[] alleged) =>
        Report(force, reference, Moments.Reported, "", alleged);

    public static IncidentUpdate Report(string force, string reference, DateTimeOffset reported, string openingCode, params AllegedCrime[] alleged) =>
        IncidentUpdates.Opened(force, Command, reference, reported, openingCode, alleged);

    /// <summary>A report that is known to the month only.</summary>
    public static IncidentUpdate ReportOfMonth(string force, string reference, int year, int month, params AllegedCrime[] alleged)
    {
        EventTime time = EventTimes.Month(year, month);
        return IncidentUpdates.Opened(force, Command, reference, time, new Opened { ReportedTime = time, AllegedCrimes = { alleged } });
    }

    public static AllegedCrime Alleged(string allegedRef, string code = Codes.Violence, string victim = "") =>
        new() { AllegedRef = allegedRef, Offence = new Offence { Code = code }, VictimRef = victim };

    public static IncidentUpdate Crime(
        string force, string reference, string crimeRef, DateTimeOffset recorded, string code = Codes.Violence, params string[] answers) =>
        Crime(force, reference, crimeRef, EventTimes.Instant(recorded), code, answers);

    public static IncidentUpdate Crime(
        string force, string reference, string crimeRef, EventTime recorded, string code = Codes.Violence, params string[] answers)
    {
        var crime = new CrimeRecorded { CrimeRef = crimeRef, Offence = new Offence { Code = code }, AllegedRefs = { answers } };
        return IncidentUpdates.CrimeRecorded(force, Command, reference, recorded, crime, CrimeSystem);
    }

    /// <summary>A crime recorded straight into the crime system.</summary>
    public static IncidentUpdate DirectCrime(string force, string reference, DateTimeOffset recorded, string code = Codes.Robbery)
    {
        var crime = new CrimeRecorded { CrimeRef = reference, Offence = new Offence { Code = code }, Direct = true };
        return IncidentUpdates.CrimeRecorded(force, CrimeSystem, reference, EventTimes.Instant(recorded), crime);
    }

    public static IncidentUpdate Closed(string force, string reference, DateTimeOffset at, string code = "no-crime") =>
        IncidentUpdates.Closed(force, Command, reference, EventTimes.Instant(at), code);

    public static IncidentUpdate Withdrawn(string force, string reference, string system, string requestId, DateTimeOffset at) => IncidentUpdates.Of(
        force,
        Command,
        reference,
        EventTimes.Instant(at),
        update => update.Withdrawn = new Withdrawn { RequestId = requestId, ReasonCode = "wrong-log" },
        system);
}
