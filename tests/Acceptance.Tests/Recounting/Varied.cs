using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace Acceptance.Tests.Recounting;

/// <summary>A recount proves little of what did not happen: everything must have.</summary>
internal static class Varied
{
    public static void Assert(ToldLog log, NaiveIncident[] incidents, DateTimeOffset now)
    {
        AllegedCrimeState[] crimes = [.. incidents.SelectMany(i => i.Crimes).Select(c => c.At(now))];
        HistoryEntry[] entries = [.. incidents.SelectMany(i => i.History)];
        All(log.Updates.Select(u => u.ChangeCase), Change.None);
        All(log.Updates.Select(u => u.EventTime.Precision), TimePrecision.Unspecified);
        All(incidents.Select(i => i.Status), IncidentStatus.Unspecified);
        foreach (bool presumed in new[] { false, true })
        {
            All(crimes.Where(c => c.Presumed == presumed).Select(c => c.Answer), AllegedCrimeAnswer.Unspecified);
            All(crimes.Where(c => c.Presumed == presumed).Select(c => c.Timeliness));
            All(crimes.Where(c => c.Presumed == presumed && c.Answer == AllegedCrimeAnswer.Open).Select(c => (Due)DueOf(c)));
        }

        All(incidents.SelectMany(i => i.Records).Select(r => r.Cancelled));
        Xunit.Assert.Contains(entries, e => e.Withdrawn);
        Xunit.Assert.Contains(incidents.SelectMany(i => i.Records), r => r.Answers.Count > 1);
        Xunit.Assert.Contains(incidents.SelectMany(i => i.Records), r => r.Answers.Count == 0 && !r.Direct);
        Xunit.Assert.Contains(incidents, i => i.History.Count(h => h.Update.ChangeCase == Change.Opened) > 1);
    }

    private static int DueOf(AllegedCrimeState open) => open.Deadline is null ? 2 : open.Overdue ? 0 : 1;

    private static void All<T>(IEnumerable<T> found, params T[] except)
        where T : struct, System.Enum => Xunit.Assert.Empty(System.Enum.GetValues<T>().Except(except).Except(found));

    private enum Due
    {
        Overdue,
        Pending,
        Unknown,
    }
}
