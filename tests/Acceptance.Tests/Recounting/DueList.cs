using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace Acceptance.Tests.Recounting;

/// <summary>What must be listed as due, from nothing but all incidents.</summary>
internal sealed class DueList(IReadOnlyCollection<NaiveIncident> incidents, DateTimeOffset now)
{
    public void AssertIs(TimeSpan within, IReadOnlyList<OverdueCrime> listed, OverdueTotals totals)
    {
        Due[] expected = [.. incidents.SelectMany(i => DueOf(i, within)).OrderByDescending(d => d.Urgency).ThenBy(d => d.Deadline)];
        Assert.True(expected.Any(d => d.Presumed) && expected.Any(d => !d.Presumed), $"{expected.Length} due");
        Assert.Equal(InOrder(expected), InOrder(listed.Select(Read)));
        Assert.Equal(expected.Select(d => (d.Urgency, d.Deadline)), listed.Select(c => (c.Urgency, c.Deadline.ToDateTimeOffset())));
        Assert.All(listed, c => Assert.Equal(c.Urgency, c.Points.Sum(p => p.Points)));
        AssertTotals(expected, totals);
    }

    private void AssertTotals(Due[] expected, OverdueTotals totals)
    {
        Assert.Equal(
            expected.GroupBy(d => d.Class).Select(g => (g.Key, Counts(g))).OrderBy(c => c.Key, StringComparer.Ordinal),
            totals.ByClass.Select(c => (c.OffenceClass, (c.Overdue, c.PresumedOverdue, c.Due, c.PresumedDue)))
                .OrderBy(c => c.OffenceClass, StringComparer.Ordinal));
        Assert.Equal(Counts(expected), (totals.Overdue, totals.PresumedOverdue, totals.Due, totals.PresumedDue));
    }

    private (long Overdue, long PresumedOverdue, long Due, long PresumedDue) Counts(IEnumerable<Due> due)
    {
        Due[] all = [.. due];
        return (
            all.Count(d => d.Deadline < now),
            all.Count(d => d.Deadline < now && d.Presumed),
            all.Count(d => d.Deadline >= now),
            all.Count(d => d.Deadline >= now && d.Presumed));
    }

    private IEnumerable<Due> DueOf(NaiveIncident incident, TimeSpan within) => incident.Crimes
        .Where(c => c.Answer == AllegedCrimeAnswer.Open && c.Deadline < now + within)
        .Select(c => new Due(
            $"{incident.UnitId} {c.Alleged.AllegedRef}",
            c.PresumedBy?.Id ?? "",
            c.Class.Slug(),
            c.Told.Time.ToDateTimeOffset(),
            c.Deadline!.Value,
            UrgencyOf(c, incident),
            string.Join(' ', incident.Qualifiers),
            incident.OpeningCode));

    /// <summary>Points of the offence, of the two weightiest qualifiers, and of who reports.</summary>
    private static int UrgencyOf(NaiveCrime crime, NaiveIncident incident)
    {
        UrgencyTable table = Published.Urgency;
        string subClass = Published.SubClassOf(crime.Alleged.Offence) ?? "";
        int offence = table.SubClasses.TryGetValue(subClass, out int points) ? points : table.Classes.GetValueOrDefault(crime.Class);
        int qualifiers = incident.Qualifiers.Select(q => table.Qualifiers.GetValueOrDefault(q)).OrderDescending().Take(2).Sum();
        return offence + qualifiers + table.ReporterKinds.GetValueOrDefault(incident.ReporterKind);
    }

    private static IEnumerable<Due> InOrder(IEnumerable<Due> due) => due.OrderBy(d => d.Key, StringComparer.Ordinal);

    private static Due Read(OverdueCrime c) => new(
        $"{c.UnitId} {c.AllegedRef}",
        c.Rule,
        c.OffenceClass,
        c.ReportedTime.ToDateTimeOffset(),
        c.Deadline.ToDateTimeOffset(),
        c.Urgency,
        string.Join(' ', c.Qualifiers),
        c.OpeningCode);

    private sealed record Due(
        string Key,
        string Rule,
        string Class,
        DateTimeOffset Reported,
        DateTimeOffset Deadline,
        int Urgency,
        string Qualifiers,
        string OpeningCode)
    {
        public bool Presumed => Rule.Length > 0;
    }
}
