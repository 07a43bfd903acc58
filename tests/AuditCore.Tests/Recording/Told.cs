using AuditCore.Recording;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Breach = AuditCore.Recording.Breach;

namespace AuditCore.Tests.Recording;

/// <summary>Makes updates of one incident, in the words of those who tell them.</summary>
internal static class Told
{
    public const string Assault = "008/06";
    public const string Wounding = "008/01";
    public const string Rape = "019/07";
    public const string SexualAssault = "017/13";
    public const string Burglary = "028/03";

    /// <summary>An ordinary Monday, 09:00 in winter.</summary>
    public static DateTimeOffset Nine { get; } = new(2019, 2, 4, 9, 0, 0, TimeSpan.Zero);

    /// <summary>So many hours after nine.</summary>
    public static EventTime At(double hours) => Instant(Nine.AddHours(hours));

    public static EventTime Instant(DateTimeOffset time) => new() { Time = time.ToTimestamp(), Precision = TimePrecision.Instant };

    public static EventTime Day(int year, int month, int day) =>
        new() { Time = LondonTime.StartOf(new DateOnly(year, month, day)).ToTimestamp(), Precision = TimePrecision.Day };

    public static EventTime Month(int year, int month) =>
        new() { Time = LondonTime.StartOf(new DateOnly(year, month, 1)).ToTimestamp(), Precision = TimePrecision.Month };

    public static Offence Code(string code) => new() { Code = code };

    public static AllegedCrime Alleged(string alleged, string code, string victim = "v1") =>
        new() { AllegedRef = alleged, Offence = Code(code), VictimRef = victim };

    public static IncidentUpdate Opened(EventTime reported, params AllegedCrime[] alleged) => new()
    {
        EventTime = reported,
        Opened = new Opened { ReportedTime = reported, OpeningCode = "violence", AllegedCrimes = { alleged } },
    };

    /// <summary>A report of which the force alleges nothing.</summary>
    public static IncidentUpdate Reported(EventTime reported, string openingCode, ReporterKind reporter, params string[] qualifiers) => new()
    {
        EventTime = reported,
        Opened = new Opened { ReportedTime = reported, OpeningCode = openingCode, ReporterKind = reporter, Qualifiers = { qualifiers } },
    };

    public static IncidentUpdate Allege(EventTime at, AllegedCrime alleged) =>
        new() { EventTime = at, CrimeAlleged = new CrimeAlleged { AllegedCrime = alleged } };

    public static IncidentUpdate Recorded(EventTime at, string crime, string code, string victim = "v1", params string[] alleged) => new()
    {
        EventTime = at,
        CrimeRecorded = new CrimeRecorded { CrimeRef = crime, Offence = Code(code), VictimRef = victim, AllegedRefs = { alleged } },
    };

    public static IncidentUpdate Cancelled(EventTime at, string crime) => new()
    {
        EventTime = at,
        CrimeCancelled = new CrimeCancelled { CrimeRef = crime, Reason = CancellationReason.C3Duplicate },
    };

    public static IncidentUpdate Cancelled(
        EventTime at, string crime, CancellationReason reason, DeciderKind decider, EventTime? told = null, bool independent = true) => new()
        {
            EventTime = at,
            CrimeCancelled = new CrimeCancelled
            {
                CrimeRef = crime,
                Reason = reason,
                DeciderKind = decider,
                DeciderIndependent = independent,
                VictimInformedTime = told,
            },
        };

    public static IncidentUpdate Reclassified(EventTime at, string crime, string code) =>
        new() { EventTime = at, CrimeReclassified = new CrimeReclassified { CrimeRef = crime, Offence = Code(code) } };

    public static IncidentUpdate NotRecorded(EventTime at, params string[] alleged) => new()
    {
        EventTime = at,
        CrimeNotRecorded = new CrimeNotRecorded { AllegedRefs = { alleged }, Reason = NotRecordedReason.NoNotifiableCrime },
    };

    public static IncidentUpdate NotRecorded(EventTime at, string alleged, NotRecordedReason reason, EventTime? told = null) => new()
    {
        EventTime = at,
        CrimeNotRecorded = new CrimeNotRecorded { AllegedRefs = { alleged }, Reason = reason, VictimInformedTime = told },
    };

    public static IncidentUpdate ReportedIncident(EventTime at, string code, params string[] alleged) => new()
    {
        EventTime = at,
        ReportedIncidentRecorded = new ReportedIncidentRecorded { Code = code, AllegedRefs = { alleged } },
    };

    public static IncidentUpdate Delayed(EventTime at, params string[] alleged) => new()
    {
        EventTime = at,
        RecordingDelayed = new RecordingDelayed { AllegedRefs = { alleged }, RationaleCode = "statement" },
    };

    public static IncidentUpdate Closed(EventTime at, string code = "no-crime") =>
        new() { EventTime = at, Closed = new Closed { ClosingCode = code } };

    public static IncidentUpdate Reopened(EventTime at) => new() { EventTime = at, Reopened = new Reopened() };

    public static IncidentUpdate Recoded(EventTime at, string code) => new() { EventTime = at, Recoded = new Recoded { OpeningCode = code } };

    public static IncidentUpdate Qualified(EventTime at, params string[] qualifiers) =>
        new() { EventTime = at, QualifiersChanged = new QualifiersChanged { Qualifiers = { qualifiers } } };

    public static IncidentUpdate Withdrawn(EventTime at, string requestId) =>
        new() { EventTime = at, Withdrawn = new Withdrawn { RequestId = requestId, ReasonCode = "error" } };

    /// <summary>The same update from a system under a request id of the test's choice.</summary>
    public static IncidentUpdate By(this IncidentUpdate update, string system, string requestId, long? sequence = null)
    {
        update.Sender = new Sender { Force = "kent", SourceSystem = system, RequestId = requestId };
        if (sequence is { } number)
        {
            update.SourceSequence = number;
        }

        return update;
    }

    /// <summary>The log of an incident in this order of arrival; senders that a test does not name are one system.</summary>
    public static LoggedUpdate[] Log(params IEnumerable<IncidentUpdate> updates) =>
    [
        .. updates.Select((u, i) => new LoggedUpdate(i, Nine.AddSeconds(i), u.Sender is null ? u.Clone().By("storm", $"r{i:D3}") : u)),
    ];

    public static IncidentState State(params IEnumerable<IncidentUpdate> updates) => IncidentFold.Of(Log(updates), new PublishedReference());

    public static AllegedCrimeFold Crime(this IncidentState state, string alleged) =>
        Assert.Single(state.Crimes, a => a.Alleged.AllegedRef == alleged);

    /// <summary>What is presumed, in one string each: <c>presumed:rape Open</c>.</summary>
    public static IEnumerable<string> Presumed(this IncidentState state) =>
        state.PresumedCrimes.Select(p => $"{p.Alleged.AllegedRef} {state.AnswerTo(p.Alleged.AllegedRef)}");

    /// <summary>Rules that the records break at a time, each with what it concerns: <c>recorded-in-time a1 c1</c>.</summary>
    public static IEnumerable<string> BreachesAt(this IncidentState state, double hours) =>
        Breaches.At(state, new PublishedReference(), Nine.AddHours(hours)).Select(Text);

    /// <summary>Rules that the records break whatever the time.</summary>
    public static IEnumerable<string> Breached(this IncidentState state) => Breaches.Of(state, new PublishedReference()).Select(Text);

    private static string Text(Breach breach) =>
        string.Join(' ', ((string[])[breach.Rule.Id, breach.AllegedRef, breach.CrimeRef]).Where(t => t.Length > 0));

    public static CrimeRecordFold Record(this IncidentState state, string crime) => Assert.Single(state.CrimeRecords, r => r.CrimeRef == crime);

    /// <summary>What answers an alleged crime, in one string: <c>Recorded c1</c>.</summary>
    public static string AnswerTo(this IncidentState state, string alleged)
    {
        AllegedCrimeFold crime = state.Crime(alleged);
        return $"{crime.Answer} {crime.AnsweredBy}".TrimEnd();
    }
}
