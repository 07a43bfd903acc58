using AuditCore.Recording;
using AuditCore.Recording.Rules;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class DueCrimesTests
{
    private static readonly PublishedReference Reference = new();

    [Fact]
    public void What_is_overdue_or_due_within_a_time_is_listed()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault)),
            Allege(At(5), Alleged("a2", Assault)),
            Allege(At(9), Alleged("a3", Assault)),
            Allege(Day(2019, 2, 4), Alleged("a4", Assault)),
            Recorded(At(10), "c1", Burglary, "v1", "a3"));
        Assert.Equal(["a1"], Refs(state, 25, 0));
        Assert.Equal(["a1", "a2"], Refs(state, 25, 5));
        Assert.Empty(Refs(state, 24, 0));
        DueCrime due = DueCrimes.Of(state, Reference, RuleBook.Published.Urgency, Nine.AddHours(25), TimeSpan.FromHours(5))[1];
        Assert.Equal((false, TimeSpan.FromHours(-4)), (due.IsOverdue, due.Over));
    }

    [Fact]
    public void The_more_serious_offence_comes_first_and_of_equals_the_one_longest_over()
    {
        IncidentState state = State(
            Allege(At(0), Alleged("theft", "039/00")),
            Allege(At(0), Alleged("burglary", Burglary)),
            Allege(At(1), Alleged("later", Assault)),
            Allege(At(0), Alleged("earlier", Assault)),
            Allege(At(2), Alleged("rape", Rape)),
            Allege(At(2), Alleged("homicide", "001/01")),
            Allege(At(2), Alleged("touching", SexualAssault)),
            Allege(At(2), Alleged("robbery", "034/01")),
            Allege(At(2), Alleged("harassment", "195/94")));
        Assert.Equal(
            ["homicide", "rape", "touching", "earlier", "later", "harassment", "robbery", "burglary", "theft"], Refs(state, 40, 0));
    }

    [Fact]
    public void Vulnerability_outweighs_a_step_of_seriousness()
    {
        int plain = Urgency("violence", ReporterKind.Victim);
        int domestic = Urgency("violence", ReporterKind.Victim, "domestic-abuse");
        int child = Urgency("violence", ReporterKind.ProfessionalThirdParty, "child-protection", "domestic-abuse");
        int rape = Urgency("rape", ReporterKind.Victim);
        Assert.Equal([plain, domestic, rape, child], new[] { child, rape, domestic, plain }.Order());
    }

    [Fact]
    public void Two_qualifiers_count_and_more_add_nothing() =>
        Assert.Equal(
            Urgency("violence", ReporterKind.Victim, "domestic-abuse", "vulnerable"),
            Urgency("violence", ReporterKind.Victim, "domestic-abuse", "vulnerable", "repeat", "mental-health"));

    [Fact]
    public void Urgency_does_not_change_with_time()
    {
        IncidentState state = State(Reported(At(0), "rape", ReporterKind.Victim));
        Assert.Single(new[] { 25, 1_000 }.Select(hours => Due(state, hours).Urgency).Distinct());
    }

    private static int Urgency(string code, ReporterKind reporter, params string[] qualifiers) =>
        Due(State(Reported(At(0), code, reporter, qualifiers)), 25).Urgency;

    private static DueCrime Due(IncidentState state, double hours) =>
        Assert.Single(DueCrimes.Of(state, Reference, RuleBook.Published.Urgency, Nine.AddHours(hours), TimeSpan.Zero));

    private static IEnumerable<string> Refs(IncidentState state, double hours, double within) =>
        DueCrimes.Of(state, Reference, RuleBook.Published.Urgency, Nine.AddHours(hours), TimeSpan.FromHours(within))
            .Select(d => d.Crime.Alleged.AllegedRef);
}
