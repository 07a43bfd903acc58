using AuditCore.Reference;
using CrimeAudit.V1;
using OffenceGroup = AuditCore.Reference.OffenceGroup;

namespace Acceptance.Tests.Recounting;

/// <summary>Counts what the live rate counts, crime by crime.</summary>
internal sealed class NaiveCount(IReadOnlyCollection<NaiveIncident> incidents, DateTimeOffset now)
{
    public AccountedForCounts Total(Func<string, bool>? ofMonth = null) => Count(Crimes(presumed: false, ofMonth));

    public AccountedForCounts Presumed(Func<string, bool>? ofMonth = null) => Count(Crimes(presumed: true, ofMonth));

    public IEnumerable<(string Key, AccountedForCounts Counts, AccountedForCounts Presumed)> By(Breakdown breakdown) => incidents
        .SelectMany(i => i.Crimes)
        .GroupBy(c => breakdown switch
        {
            Breakdown.Month => c.Told.Month(),
            Breakdown.OffenceClass => c.Class.Slug(),
            _ => c.Class.Group() switch
            {
                OffenceGroup.Violence => "violence",
                OffenceGroup.Sexual => "sexual",
                OffenceGroup.Other => "other",
                _ => "unknown",
            },
        })
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => (g.Key, Count(g.Where(c => c.PresumedBy is null)), Count(g.Where(c => c.PresumedBy is not null))));

    public long Unmatched => incidents.Sum(i => i.Records.Count(r => !r.Direct && r.Answers.Count == 0));

    public long Direct => incidents.Sum(i => i.Records.Count(r => r.Direct));

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
