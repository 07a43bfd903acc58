using Acceptance.Tests.Rates;
using CrimeAudit.V1;

namespace Acceptance.Tests.Overdue;

/// <summary>What must be listed as overdue, from nothing but the states of all incidents.</summary>
internal sealed class DueList(IReadOnlyList<GetIncidentResponse> incidents, DateTimeOffset now)
{
    public void AssertIs(string force, TimeSpan within, IReadOnlyList<OverdueCrime> listed, OverdueTotals totals)
    {
        Due[] expected = [.. incidents.Where(i => force.Length == 0 || i.Incident.Force == force).SelectMany(i => DueOf(i.Incident, within))];
        Assert.True(expected.Length > 50 && expected.Any(d => d.Presumed), $"{expected.Length} due");
        Assert.Equal(expected.OrderBy(d => d.Key, StringComparer.Ordinal), listed.Select(Read).OrderBy(d => d.Key, StringComparer.Ordinal));
        Assert.Equal(listed.Select(c => (-c.Urgency, c.Deadline.ToDateTimeOffset())).Order(), listed.Select(c => (-c.Urgency, c.Deadline.ToDateTimeOffset())));
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

    private IEnumerable<Due> DueOf(Incident incident, TimeSpan within) => incident.AllegedCrimes.Concat(incident.PresumedCrimes)
        .Where(c => c.Answer == AllegedCrimeAnswer.Open && c.Deadline is not null && c.Deadline.ToDateTimeOffset() < now + within)
        .Select(c => new Due(
            $"{incident.UnitId} {c.AllegedCrime.AllegedRef}",
            c.Presumed,
            c.Rule,
            NaiveCount.ClassOf(c.AllegedCrime.Offence),
            c.Deadline.ToDateTimeOffset(),
            string.Join(' ', incident.Qualifiers),
            incident.OpeningCode));

    private static Due Read(OverdueCrime c) => new(
        $"{c.UnitId} {c.AllegedRef}", c.Presumed, c.Rule, c.OffenceClass, c.Deadline.ToDateTimeOffset(), string.Join(' ', c.Qualifiers), c.OpeningCode);

    private sealed record Due(
        string Key, bool Presumed, string Rule, string Class, DateTimeOffset Deadline, string Qualifiers, string OpeningCode);
}
