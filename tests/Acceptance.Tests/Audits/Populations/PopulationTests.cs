using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Populations;

public abstract class PopulationTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_professionals_report_is_known_by_any_sign_and_belongs_to_the_first_stratum_that_it_matches()
    {
        await SubmitAsync(
            Records.Report("kent", "by-doctor", ReporterKind.ProfessionalThirdParty),
            Records.Report("kent", "referred", ReporterKind.Unspecified, Channel.Referral),
            Records.Report("kent", "of-system", ReporterKind.Unspecified, system: "safeguard"),
            Records.Report("kent", "by-victim", ReporterKind.Victim),
            Records.Report("kent", "by-parent", ReporterKind.ParentOrCarer, Channel.Online));
        string[] professional = ["kent/safeguard/of-system", Outsider.UnitId("kent", "by-doctor"), Outsider.UnitId("kent", "referred")];
        string[] others = [Outsider.UnitId("kent", "by-parent"), Outsider.UnitId("kent", "by-victim")];

        AuditPlan first = Records.Plan("kent", ("professionals", Population.PublicProtection), ("all", Population.Incidents));
        first.PublicProtectionSystems.Add("safeguard");
        Audit frozen = await FrozenAsync("professionals-first", first);
        Assert.Equal([(3, 3, 0), (2, 0, 3)], frozen.Strata.Select(s => ((int)s.FrameSize, (int)s.Overlap, (int)s.TakenEarlier)));
        Assert.Equal(Outsider.Root([.. professional, .. others]), frozen.Frame.Digest.ToByteArray());

        Audit last = await FrozenAsync(
            "professionals-last", Records.Plan("kent", ("all", Population.Incidents), ("professionals", Population.PublicProtection)));
        Assert.Equal([(5, 2, 0), (0, 0, 2)], last.Strata.Select(s => ((int)s.FrameSize, (int)s.Overlap, (int)s.TakenEarlier)));
        var audit = new Inspection(Service, "professionals-last", "kent");
        await audit.WitnessAsync("1732050807");
        Assert.Equal([(5, 2, 0), (0, 0, 2)], (await audit.DrawAsync()).Strata.Select(s => ((int)s.SampleSize, (int)s.Overlap, (int)s.TakenEarlier)));
    }

    [Fact]
    public async Task What_was_recorded_nowhere_for_a_reason_that_is_no_failure_is_left_out_and_counted()
    {
        await SubmitAsync(
            Told.Report("essex", "duplicate", Told.Alleged("a1")),
            Records.NotRecorded("essex", "duplicate", NotRecordedReason.Duplicate, "a1"),
            Told.Report("essex", "test", Told.Alleged("a1"), Told.Alleged("a2", victim: "v2")),
            Records.NotRecorded("essex", "test", NotRecordedReason.TestOrTraining, "a1", "a2"),
            Told.Report("essex", "mistaken", Told.Alleged("a1")),
            Records.NotRecorded("essex", "mistaken", NotRecordedReason.Error, "a1"),
            Told.Report("essex", "half", Told.Alleged("a1"), Told.Alleged("a2", victim: "v2")),
            Records.NotRecorded("essex", "half", NotRecordedReason.Duplicate, "a1"),
            Told.Report("essex", "refused", Told.Alleged("a1")),
            Records.NotRecorded("essex", "refused", NotRecordedReason.NoNotifiableCrime, "a1"));

        Audit usual = await FrozenAsync("usual-exclusions", Records.Plan("essex", ("all", Population.Incidents)));
        Assert.NotEqual("", usual.Plan.RuleVersion);
        Assert.Contains(NotRecordedReason.SchoolsProtocol, usual.Plan.Exclusions.Reasons);
        Assert.Equal(
            [(NotRecordedReason.Duplicate, 1L), (NotRecordedReason.TestOrTraining, 1L)],
            usual.Frame.Exclusions.Select(e => (e.Reason, e.Units)));
        Assert.Equal(Root("essex", "half", "mistaken", "refused"), usual.Frame.Digest.ToByteArray());

        AuditPlan chosen = Records.Plan("essex", ("all", Population.Incidents));
        chosen.Exclusions = new PlannedExclusions { Reasons = { NotRecordedReason.Error } };
        Audit errors = await FrozenAsync("errors-excluded", chosen);
        Assert.Equal([(NotRecordedReason.Error, 1L)], errors.Frame.Exclusions.Select(e => (e.Reason, e.Units)));

        AuditPlan none = Records.Plan("essex", ("all", Population.Incidents));
        none.Exclusions = new PlannedExclusions();
        Audit whole = await FrozenAsync("nothing-excluded", none);
        Assert.Empty(whole.Frame.Exclusions);
        Assert.Equal(5, whole.Frame.Units);
    }

    [Fact]
    public async Task Cancelled_crimes_and_N100s_are_units_of_their_own_by_the_time_of_the_record()
    {
        await SubmitAsync(
            Told.Report("surrey", "two", Told.Alleged("a1"), Told.Alleged("a2", Codes.Theft)),
            Told.Crime("surrey", "two", "CR/1", Records.Later, Codes.Violence, "a1"),
            Told.Crime("surrey", "two", "CR 2", Records.Later, Codes.Theft, "a2"),
            Records.Cancelled("surrey", "two", "CR/1", CancellationReason.C2AdditionalVerifiableInformation),
            Records.Cancelled("surrey", "two", "CR 2", CancellationReason.C3Duplicate),
            Told.Crime("surrey", "reinstated", "CR-3", Records.Later),
            Records.Cancelled("surrey", "reinstated", "CR-3"),
            Told.Crime("surrey", "reinstated", "CR-3", Records.Later.AddDays(1)),
            Told.Crime("surrey", "later", "CR-4", Records.Later),
            Records.Cancelled("surrey", "later", "CR-4", at: Moments.Utc("2019-01-01T00:00:00Z")),
            Told.Report("surrey", "rape", Told.Alleged("a1", Codes.AdultRape)),
            Records.N100("surrey", "rape", "n-1"),
            Records.N100("surrey", "rape", "n-2", "100/02"),
            Records.N100("surrey", "rape", "n-3", at: Moments.Utc("2018-06-30T22:59:59Z")));

        Audit frozen = await FrozenAsync(
            "records", Records.Plan("surrey", ("cancelled", Population.CancelledCrimes), ("n100s", Population.N100S)));
        string[] cancelled = [Records.CrimeUnit("surrey", "two", "CR 2"), Records.CrimeUnit("surrey", "two", "CR/1")];
        string[] n100s = [Records.N100Unit("surrey", "rape", "n-1"), Records.N100Unit("surrey", "rape", "n-2")];
        // The reports of the window are in no stratum; whether those of January and June are right is asked of another window.
        Assert.Equal([2L, 2L], frozen.Strata.Select(s => s.FrameSize));
        Assert.Equal(Outsider.Root([.. cancelled, .. n100s]), frozen.Frame.Digest.ToByteArray());
        Assert.Equal(2, frozen.Frame.OutsideStrata);

        AuditPlan some = Records.Plan("surrey", ("avi", Population.CancelledCrimes), ("contrary", Population.N100S));
        some.Strata[0].Filter = new StratumFilter
        {
            CancellationReasons = { CancellationReason.C2AdditionalVerifiableInformation },
            OffenceGroups = { OffenceGroup.Violence },
        };
        some.Strata[1].Filter = new StratumFilter { ReportedIncidentCodes = { "100/02" } };
        Audit filtered = await FrozenAsync("some-records", some);
        Assert.Equal(
            Outsider.Root([Records.CrimeUnit("surrey", "two", "CR/1"), Records.N100Unit("surrey", "rape", "n-2")]),
            filtered.Frame.Digest.ToByteArray());
        Assert.Equal(4, filtered.Frame.OutsideStrata);
    }

    [Fact]
    public async Task A_frame_is_replayed_as_of_its_freeze_whatever_was_told_since()
    {
        await using TService told = await EmptyServiceAsync();
        await SubmitAsync(
            told,
            Told.Report("kent", "one", Told.Alleged("a1"), Told.Alleged("a2", victim: "v2")),
            Told.Crime("kent", "one", "c1", Records.Later, Codes.Violence, "a1"),
            Records.Cancelled("kent", "one", "c1"),
            Told.Report("kent", "two", Told.Alleged("a1", Codes.AdultRape)),
            Records.N100("kent", "two", "n-1"),
            Told.Report("kent", "three", Told.Alleged("a1")),
            Records.NotRecorded("kent", "three", NotRecordedReason.Duplicate, "a1"),
            Records.Report("kent", "four", ReporterKind.ProfessionalThirdParty));
        var audit = new Inspection(told, "replayed", "kent");
        await audit.CreateAsync(Records.Plan(
            "kent", ("professionals", Population.PublicProtection), ("all", Population.Incidents), ("cancelled", Population.CancelledCrimes),
            ("n100s", Population.N100S)));
        Audit frozen = await audit.FreezeAsync();
        Assert.Equal([1L, 2L, 1L, 1L], frozen.Strata.Select(s => s.FrameSize));
        await SubmitAsync(
            told,
            Told.Crime("kent", "one", "c1", Records.Later.AddDays(2), Codes.Violence, "a1"),
            Told.Withdrawn("kent", "two", Told.CrimeSystem, "n-1", Records.Later.AddDays(2)),
            Told.Crime("kent", "three", "c3", Records.Later.AddDays(2), Codes.Violence, "a1"));
        await audit.WitnessAsync("31415926");
        await audit.DrawAsync();
        Assert.Equal(new VerbResult(0, "", ""), await told.VerbAsync("rebuild", "--quiet"));
    }

    private static byte[] Root(string force, params string[] references) =>
        Outsider.Root([.. references.Select(r => Outsider.UnitId(force, r))]);

    private async Task<Audit> FrozenAsync(string id, AuditPlan plan)
    {
        var audit = new Inspection(Service, id, plan.Force);
        await audit.CreateAsync(plan);
        return await audit.FreezeAsync();
    }
}
