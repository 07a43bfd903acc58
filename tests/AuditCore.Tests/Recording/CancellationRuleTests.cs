using AuditCore.Recording;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class CancellationRuleTests
{
    private const string Homicide = "001/01";
    private const string CommonAssault = "105/01";
    private const CancellationReason C1 = CancellationReason.C1Transferred;
    private const CancellationReason C2 = CancellationReason.C2AdditionalVerifiableInformation;
    private const CancellationReason C3 = CancellationReason.C3Duplicate;
    private const CancellationReason C4 = CancellationReason.C4Error;
    private const CancellationReason C5 = CancellationReason.C5SelfDefence;

    [Theory]
    [InlineData(Assault, DeciderKind.DesignatedDecisionMaker, true)]
    [InlineData(Assault, DeciderKind.ForceCrimeRegistrar, true)]
    [InlineData(Assault, DeciderKind.Supervisor, false)]
    [InlineData(Assault, DeciderKind.InvestigatingOfficer, false)]
    [InlineData(Assault, DeciderKind.Unspecified, false)]
    [InlineData(Rape, DeciderKind.AccreditedForceCrimeRegistrar, true)]
    [InlineData(Rape, DeciderKind.ChiefOfficer, true)]
    [InlineData(Rape, DeciderKind.ForceCrimeRegistrar, false)]
    [InlineData(Homicide, DeciderKind.AccreditedForceCrimeRegistrar, true)]
    [InlineData(Homicide, DeciderKind.DesignatedDecisionMaker, false)]
    public void Information_that_no_crime_occurred_is_decided_by_those_who_may(string code, DeciderKind decider, bool allowed)
    {
        string rule = code == Assault ? "c2-decider" : "c2-rape-and-homicide-decider";
        Assert.Equal(allowed ? [] : [$"{rule} c1"], Of2026(code, Cancelled(At2026(9), "c1", C2, decider, At2026(8))));
    }

    [Theory]
    [InlineData(C1, true)]
    [InlineData(C2, false)]
    [InlineData(C3, false)]
    [InlineData(C4, false)]
    [InlineData(C5, false)]
    public void Who_cancels_for_C2_to_C5_is_independent(CancellationReason reason, bool allowed)
    {
        IncidentUpdate cancelled = Cancelled(At(9), "c1", reason, DeciderKind.ForceCrimeRegistrar, At(8), independent: false);
        cancelled.CrimeCancelled.OtherForceRef = "43/1";
        Assert.Equal(allowed ? [] : ["cancellation-independent c1"], Of(Assault, cancelled));
    }

    [Theory]
    [InlineData(C1, false)]
    [InlineData(C2, false)]
    [InlineData(C3, true)]
    [InlineData(C4, true)]
    [InlineData(C5, false)]
    public void The_victim_is_told_before_C1_C2_and_C5(CancellationReason reason, bool allowed)
    {
        string[] expected = allowed ? [] : ["cancellation-victim-told c1"];
        foreach (EventTime? told in new[] { null, At(9.01) })
        {
            IncidentUpdate cancelled = Cancelled(At(9), "c1", reason, DeciderKind.ForceCrimeRegistrar, told);
            cancelled.CrimeCancelled.OtherForceRef = "43/1";
            Assert.Equal(expected, Of(Assault, cancelled));
        }
    }

    [Fact]
    public void Told_at_the_same_time_or_on_the_same_day_is_not_surely_after()
    {
        Assert.Empty(Of(Assault, Cancelled(At(9), "c1", C2, DeciderKind.ForceCrimeRegistrar, At(9))));
        Assert.Empty(Of(Assault, Cancelled(Day(2019, 2, 5), "c1", C2, DeciderKind.ForceCrimeRegistrar, At(30))));
        Assert.Equal(["cancellation-victim-told c1"], Of(Assault, Cancelled(Day(2019, 2, 5), "c1", C2, DeciderKind.ForceCrimeRegistrar, At(50))));
        Assert.Empty(Of(Assault, Cancelled(Month(2019, 3), "c1", C2, DeciderKind.ForceCrimeRegistrar, Day(2019, 3, 31))));
    }

    [Fact]
    public void A_transfer_names_the_other_forces_number() =>
        Assert.Equal(["c1-other-force-number c1"], Of(Assault, Cancelled(At(9), "c1", C1, DeciderKind.Supervisor, At(8))));

    [Theory]
    [InlineData(Assault, true)]
    [InlineData(CommonAssault, true)]
    [InlineData("104/25", true)]
    [InlineData(Wounding, false)]
    [InlineData(Rape, false)]
    [InlineData(Burglary, false)]
    public void Self_defence_is_for_8N_section_47_104_and_105A_only(string code, bool allowed) =>
        Assert.Equal(allowed ? [] : ["c5-offences c1"], Of(code, Cancelled(At(9), "c1", C5, DeciderKind.DesignatedDecisionMaker, At(8))));

    [Fact]
    public void A_record_that_is_reinstated_breaks_no_rule_of_cancellation() =>
        Assert.Empty(Of(Rape, Cancelled(At(9), "c1", C2, DeciderKind.Other), Recorded(At(10), "c1", Rape)));

    [Fact]
    public void The_last_cancellation_is_the_one_that_is_judged() =>
        Assert.Empty(Of(Assault, Cancelled(At(9), "c1", C2, DeciderKind.Other), Cancelled(At(10), "c1", C2, DeciderKind.ForceCrimeRegistrar, At(9))));

    [Theory]
    [InlineData(DeciderKind.DesignatedDecisionMaker, true)]
    [InlineData(DeciderKind.AccreditedForceCrimeRegistrar, true)]
    [InlineData(DeciderKind.InvestigatingOfficer, false)]
    public void A_registrar_or_designated_decision_maker_reclassifies(DeciderKind decider, bool allowed)
    {
        IncidentUpdate reclassified = Reclassified(At2026(9), "c1", Wounding);
        reclassified.CrimeReclassified.DeciderKind = decider;
        Assert.Equal(allowed ? [] : ["reclassified-by-registrar c1"], Of2026(Assault, reclassified));
    }

    [Fact]
    public void What_only_the_rules_of_2026_say_binds_no_report_before_them()
    {
        IncidentUpdate reclassified = Reclassified(At(9), "c1", Wounding);
        reclassified.CrimeReclassified.DeciderKind = DeciderKind.InvestigatingOfficer;
        Assert.Empty(Of(Assault, reclassified));
        Assert.Equal(["c2-rape-and-homicide-decider c1"], Of(Rape, Cancelled(At(9), "c1", C2, DeciderKind.ChiefOfficer, At(8))));
    }

    private static IEnumerable<string> Of(string code, params IncidentUpdate[] later) => Of(At, code, later);

    /// <summary>Of a report since the rules of 2026/27.</summary>
    private static IEnumerable<string> Of2026(string code, params IncidentUpdate[] later) => Of(At2026, code, later);

    private static IEnumerable<string> Of(Func<double, EventTime> at, string code, IncidentUpdate[] later) =>
        State([Opened(at(0), Alleged("a1", code)), Recorded(at(1), "c1", code), .. later]).Breached();

    private static EventTime At2026(double hours) => Instant(new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero).AddHours(hours));
}
