using AuditCore.Reference;
using CrimeAudit.V1;
using OffenceGroup = AuditCore.Reference.OffenceGroup;

namespace Acceptance.Tests.Recounting;

/// <summary>Counts what the live rate counts, crime by crime.</summary>
internal sealed class NaiveCount(IReadOnlyCollection<NaiveIncident> incidents, DateTimeOffset now)
{
    private const string None = "(none)";

    public AccountedForCounts Total(Func<string, bool>? ofMonth = null) => Count(Crimes(presumed: false, ofMonth));

    public AccountedForCounts Presumed(Func<string, bool>? ofMonth = null) => Count(Crimes(presumed: true, ofMonth));

    public AccountedForCounts OfClasses(params OffenceClass[] classes) =>
        Count(Crimes(presumed: false, ofMonth: null).Where(c => classes.Contains(c.Class)));

    /// <summary>Every value of a breakdown under which a crime counts, in order.</summary>
    public IEnumerable<(string Key, AccountedForCounts Counts, AccountedForCounts Presumed)> By(Breakdown breakdown) => incidents
        .SelectMany(i => i.Crimes.SelectMany(c => KeysOf(breakdown, i.At(now), c).Select(key => (Key: key, Crime: c))))
        .GroupBy(c => c.Key, c => c.Crime)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => (g.Key, Count(g.Where(c => c.PresumedBy is null)), Count(g.Where(c => c.PresumedBy is not null))));

    public long Unmatched => incidents.Sum(i => i.Records.Count(r => !r.Direct && r.Answers.Count == 0));

    public long Direct => incidents.Sum(i => i.Records.Count(r => r.Direct));

    /// <summary>Under which values a crime counts: under each qualifier of its incident, and under no reason unless one answers it.</summary>
    private static IEnumerable<string> KeysOf(Breakdown breakdown, Incident incident, NaiveCrime crime) => breakdown switch
    {
        Breakdown.Month => [crime.Told.Month()],
        Breakdown.OffenceClass => [crime.Class.Slug()],
        Breakdown.OffenceGroup => [GroupOf(crime.Class)],
        Breakdown.Area => [Named(incident.Area)],
        Breakdown.Channel => [$"CHANNEL_{Words(incident.Channel)}"],
        Breakdown.OpeningCode => [Named(incident.OpeningCode)],
        Breakdown.ClosingCode => [Named(incident.ClosingCode)],
        Breakdown.Qualifier => incident.Qualifiers.Count == 0 ? [None] : incident.Qualifiers,
        _ => crime.Answer == AllegedCrimeAnswer.NotRecorded ? [$"NOT_RECORDED_REASON_{Words(crime.Reason)}"] : [],
    };

    private static string GroupOf(OffenceClass offenceClass) => offenceClass.Group() switch
    {
        OffenceGroup.Violence => "violence",
        OffenceGroup.Sexual => "sexual",
        OffenceGroup.Other => "other",
        _ => "unknown",
    };

    private static string Named(string value) => value.Length == 0 ? None : value;

    /// <summary>EmergencyCall as EMERGENCY_CALL.</summary>
    private static string Words<T>(T value)
        where T : struct, Enum =>
        string.Concat($"{value}".Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));

    private IEnumerable<NaiveCrime> Crimes(bool presumed, Func<string, bool>? ofMonth) => incidents
        .SelectMany(i => i.Crimes)
        .Where(c => c.PresumedBy is not null == presumed && (ofMonth?.Invoke(c.Told.Month()) ?? true));

    private AccountedForCounts Count(IEnumerable<NaiveCrime> crimes)
    {
        AllegedCrimeState[] states = [.. crimes.Select(c => c.At(now))];
        return new AccountedForCounts
        {
            Alleged = states.Length,
            RecordedInTime = states.Count(s => s.Timeliness == Timeliness.InTime),
            RecordedLate = states.Count(s => s.Timeliness == Timeliness.Late),
            RecordedTimeUnknown = states.Count(s => s.Timeliness == Timeliness.Unknown),
            Cancelled = states.Count(s => s.Answer == AllegedCrimeAnswer.Cancelled),
            NotRecordedWithReason = states.Count(s => s.Answer == AllegedCrimeAnswer.NotRecorded),
            ReportedIncident = states.Count(s => s.Answer == AllegedCrimeAnswer.ReportedIncident),
            Overdue = states.Count(s => s.Overdue),
            Pending = states.Count(s => s.Answer == AllegedCrimeAnswer.Open && s.Deadline is not null && !s.Overdue),
            OpenTimeUnknown = states.Count(s => s.Answer == AllegedCrimeAnswer.Open && s.Deadline is null),
        };
    }
}
