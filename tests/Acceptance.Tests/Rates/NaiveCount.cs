using System.Globalization;
using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Rates;

/// <summary>Counts again what the live rate counts, from nothing but the states and histories of all incidents.</summary>
internal sealed class NaiveCount(IReadOnlyList<GetIncidentResponse> incidents, DateTimeOffset now)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private const string None = "(none)";

    public AccountedForCounts Total(Func<string, bool>? ofMonth = null) => Count(Alleged().Where(a => ofMonth?.Invoke(a.Month) ?? true));

    public AccountedForCounts Presumed(Func<string, bool>? ofMonth = null) => Count(PresumedCrimes().Where(a => ofMonth?.Invoke(a.Month) ?? true));

    public AccountedForCounts OfClasses(Func<string, bool> ofClass) => Count(Alleged().Where(a => ofClass(ClassOf(a.State.AllegedCrime.Offence))));

    public IEnumerable<(string Key, AccountedForCounts Counts, AccountedForCounts Presumed)> By(Breakdown breakdown) => Alleged()
        .Concat(PresumedCrimes())
        .SelectMany(a => KeysOf(breakdown, a.Incident, a.State, a.Month).Select(key => (Key: key, a.State, a.Month, a.Incident)))
        .GroupBy(a => a.Key)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => (g.Key, Count(Of(g, presumed: false)), Count(Of(g, presumed: true))));

    private static IEnumerable<(AllegedCrimeState State, string Month, Incident Incident)> Of(
        IEnumerable<(string Key, AllegedCrimeState State, string Month, Incident Incident)> group, bool presumed) =>
        group.Where(a => a.State.Presumed == presumed).Select(a => (a.State, a.Month, a.Incident));

    /// <summary>Under which values a crime counts: under each qualifier of its incident, and under no reason unless one answers it.</summary>
    private static IEnumerable<string> KeysOf(Breakdown breakdown, Incident incident, AllegedCrimeState crime, string month) => breakdown switch
    {
        Breakdown.Month => [month],
        Breakdown.OffenceClass => [ClassOf(crime.AllegedCrime.Offence)],
        Breakdown.OffenceGroup => [GroupOf(crime.AllegedCrime.Offence)],
        Breakdown.Area => [Named(incident.Area)],
        Breakdown.Channel => [$"CHANNEL_{Words(incident.Channel)}"],
        Breakdown.OpeningCode => [Named(incident.OpeningCode)],
        Breakdown.ClosingCode => [Named(incident.ClosingCode)],
        Breakdown.Qualifier => incident.Qualifiers.Count == 0 ? [None] : incident.Qualifiers,
        _ => crime.Answer == AllegedCrimeAnswer.NotRecorded ? [$"NOT_RECORDED_REASON_{Words(crime.NotRecordedReason)}"] : [],
    };

    private static string Named(string value) => value.Length == 0 ? None : value;

    /// <summary>EmergencyCall as EMERGENCY_CALL.</summary>
    private static string Words<T>(T value)
        where T : struct, Enum =>
        string.Concat($"{value}".Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));

    public long Unmatched => incidents.Sum(i => i.Incident.CrimeRecords.Count(c => !c.Direct && c.AllegedRefs.Count == 0));

    public long Direct => incidents.Sum(i => i.Incident.CrimeRecords.Count(c => c.Direct));

    private IEnumerable<(AllegedCrimeState State, string Month, Incident Incident)> Alleged() => incidents
        .SelectMany(i => i.Incident.AllegedCrimes.Select(a => (a, MonthOf(i.History, a.AllegedCrime.AllegedRef), i.Incident)));

    private IEnumerable<(AllegedCrimeState State, string Month, Incident Incident)> PresumedCrimes() => incidents
        .SelectMany(i => i.Incident.PresumedCrimes.Select(p => (p, MonthOf([i.Incident.ReportedTime.Time.ToDateTimeOffset()]), i.Incident)));

    private AccountedForCounts Count(IEnumerable<(AllegedCrimeState State, string Month, Incident Incident)> alleged)
    {
        var counts = new AccountedForCounts();
        foreach ((AllegedCrimeState state, _, _) in alleged)
        {
            counts.Alleged++;
            switch (state.Answer, state.Timeliness)
            {
                case (AllegedCrimeAnswer.Recorded, Timeliness.InTime):
                    counts.RecordedInTime++;
                    break;
                case (AllegedCrimeAnswer.Recorded, Timeliness.Late):
                    counts.RecordedLate++;
                    break;
                case (AllegedCrimeAnswer.Recorded, _):
                    counts.RecordedTimeUnknown++;
                    break;
                case (AllegedCrimeAnswer.Cancelled, _):
                    counts.Cancelled++;
                    break;
                case (AllegedCrimeAnswer.NotRecorded, _):
                    counts.NotRecordedWithReason++;
                    break;
                case (AllegedCrimeAnswer.ReportedIncident, _):
                    counts.ReportedIncident++;
                    break;
                default:
                    CountOpen(state, counts);
                    break;
            }
        }

        return counts;
    }

    private void CountOpen(AllegedCrimeState state, AccountedForCounts counts)
    {
        bool overdue = state.Deadline is not null && state.Deadline.ToDateTimeOffset() < now;
        Assert.Equal(overdue, state.Overdue);
        if (state.Deadline is null)
        {
            counts.OpenTimeUnknown++;
        }
        else if (overdue)
        {
            counts.Overdue++;
        }
        else
        {
            counts.Pending++;
        }
    }

    /// <summary>The month in London in which the police were first told of the alleged crime.</summary>
    private static string MonthOf(IEnumerable<HistoryEntry> history, string allegedRef)
    {
        IEnumerable<DateTimeOffset> told = history.Where(h => !h.Withdrawn).Select(h => h.Update).SelectMany(u => u.ChangeCase switch
        {
            IncidentUpdate.ChangeOneofCase.Opened when u.Opened.AllegedCrimes.Any(a => a.AllegedRef == allegedRef) => new[] { u.Opened.ReportedTime },
            IncidentUpdate.ChangeOneofCase.CrimeAlleged when u.CrimeAlleged.AllegedCrime.AllegedRef == allegedRef => [u.EventTime],
            _ => [],
        }).Select(t => t.Time.ToDateTimeOffset());
        return MonthOf(told);
    }

    private static string MonthOf(IEnumerable<DateTimeOffset> told) =>
        TimeZoneInfo.ConvertTime(told.Min(), London).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    internal static string ClassOf(Offence offence) => (offence.Code + offence.Category) switch
    {
        "Violence without injury" => "violence-against-the-person",
        "Burglary" => "burglary",
        Codes.AdultRape => "sexual-offences",
        Codes.Violence => "violence-against-the-person",
        Codes.Sexual => "sexual-offences",
        Codes.Robbery => "robbery",
        Codes.Burglary => "burglary",
        Codes.Theft => "theft",
        _ => "unknown",
    };

    private static string GroupOf(Offence offence) => (offence.Code + offence.Category) switch
    {
        "Violence without injury" => "violence",
        Codes.AdultRape => "sexual",
        "Burglary" => "other",
        Codes.Violence => "violence",
        Codes.Sexual => "sexual",
        _ when offence.Code.Length == 0 => "unknown",
        _ => "other",
    };
}
