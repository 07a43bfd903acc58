using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Populations;

public abstract class PlanningTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_sample_for_a_half_width_is_sized_and_the_sizes_given_back_are_enough()
    {
        PlanAuditResponse sized = await Service.Lead().Audits.PlanAsync(
            new()
            {
                HalfWidth = 0.03,
                ExpectedRate = 0.8,
                Strata =
                {
                    new StratumToPlan { Name = "violence", FrameSize = 40_000 }, new StratumToPlan { Name = "rape", FrameSize = 400 },
                },
            },
            Cancel);
        Assert.Equal((683, 672), (sized.CrimesWanted, sized.CrimesWantedOfFrame));
        Assert.Equal([665L, 7L], sized.Strata.Select(s => s.SampleSize));
        Assert.Equal((672, true), (sized.TotalSampleSize, sized.Enough));
        Assert.InRange(sized.ExpectedHalfWidth, 0.0299, 0.03);

        PlanAuditRequest again = new() { HalfWidth = 0.03, ExpectedRate = 0.8, Allocation = Allocation.Fixed };
        again.Strata.AddRange(sized.Strata.Select(
            s => new StratumToPlan { Name = s.Name, FrameSize = s.FrameSize, SampleSize = (int)s.SampleSize }));
        PlanAuditResponse held = await Service.Lead().Audits.PlanAsync(again, Cancel);
        Assert.Equal((sized.ExpectedHalfWidth, true), (held.ExpectedHalfWidth, held.Enough));
    }

    [Fact]
    public async Task A_frame_that_is_counted_is_the_one_that_is_frozen_of_the_same_plan()
    {
        await SubmitAsync(
            [.. Enumerable.Range(0, 30).Select(i => Told.Report("surrey", $"v-{i}", Moments.Reported, "violence", Told.Alleged("a1")))]);
        await SubmitAsync(
            Told.Report("surrey", "t-1", Moments.Reported, "theft"),
            Told.Report("surrey", "outside", Moments.Reported, "burglary"),
            Told.Report("surrey", "earlier", Moments.Reported.AddYears(-1), "violence"),
            Records.NotRecorded("surrey", "v-3", NotRecordedReason.Duplicate, "a1"));
        AuditPlan plan = Plans.Of("surrey", SeedSource.Witnessed, ("violence", 10), ("theft", 0), ("fraud", 5));
        AuditPlan draft = plan.Clone();
        foreach (Stratum stratum in draft.Strata)
        {
            stratum.ClearSize();
        }

        PlanAuditResponse counted = await Service.Lead().Audits.PlanAsync(new() { HalfWidth = 0.2, ExpectedRate = 0.8, Plan = draft }, Cancel);
        PlanAuditResponse given = await Service.Lead().Audits.PlanAsync(
            new()
            {
                HalfWidth = 0.2,
                ExpectedRate = 0.8,
                Strata = { new StratumToPlan { Name = "violence", FrameSize = 29 }, new StratumToPlan { Name = "theft", FrameSize = 1 } },
            },
            Cancel);
        var audit = new Inspection(Service, "counted", "surrey");
        await audit.CreateAsync(plan);
        Audit frozen = await audit.FreezeAsync();

        Assert.Equal(frozen.Strata.Select(s => (s.Name, s.FrameSize)), counted.Strata.Select(s => (s.Name, s.FrameSize)));
        Assert.Equal([29L, 1L, 0L], counted.Strata.Select(s => s.FrameSize));
        Assert.Equal((30L, 1L, frozen.Frame.Exclusions), (counted.Frame.Units, counted.Frame.OutsideStrata, counted.Frame.Exclusions));
        Assert.Equal(frozen.Frame.TreeSize - 1, counted.AsOf.TreeSize);
        // A stratum without a unit asks for no draw.
        Assert.Equal((0L, true), (counted.Strata[2].SampleSize, counted.Strata[2].Census));
        Assert.Equal(given.Strata, counted.Strata.Take(2));
        Assert.Equal((given.TotalSampleSize, given.ExpectedHalfWidth), (counted.TotalSampleSize, counted.ExpectedHalfWidth));
        PlanAuditResponse planned = await Service.Lead().Audits.PlanAsync(new() { Allocation = Allocation.Fixed, Plan = plan }, Cancel);
        Assert.Equal([10L, 1L, 0L], planned.Strata.Select(s => s.SampleSize));
    }

    [Fact]
    public async Task A_frame_is_counted_for_whoever_may_create_its_audit_and_everything_wrong_with_it_is_named_at_once()
    {
        AuditPlan plan = Plans.Of("dorset", SeedSource.Witnessed, ("violence", 10), ("theft", 10));
        plan.WindowTo = "2018-02-30";
        InvalidRequestException wrong = await Assert.ThrowsAsync<InvalidRequestException>(() => Service.Lead().Audits.PlanAsync(
            new() { Plan = plan, Strata = { new StratumToPlan { Name = "violence", FrameSize = 5 }, new StratumToPlan { Name = "theft" } } }, Cancel));
        Assert.Equal(["plan.window_to", "strata[0].frame_size", "half_width"], wrong.Violations.Select(v => v.Field));
        plan.WindowTo = Plans.To;
        InvalidRequestException other = await Assert.ThrowsAsync<InvalidRequestException>(() => Service.Lead().Audits.PlanAsync(
            new() { HalfWidth = 0.1, Plan = plan, Strata = { new StratumToPlan { Name = "theft" } } }, Cancel));
        Assert.Equal(["strata"], other.Violations.Select(v => v.Field));
        InvalidRequestException nothing = await Assert.ThrowsAsync<InvalidRequestException>(
            () => Service.Lead().Audits.PlanAsync(new() { HalfWidth = 0.1, Plan = plan }, Cancel));
        Assert.Equal(["plan"], nothing.Violations.Select(v => v.Field));

        foreach (CrimeAuditClient foreign in new[] { Service.Auditor("kent"), Service.Client("admin"), Service.As("own", "lead", "dorset") })
        {
            PermissionException refused = await Assert.ThrowsAsync<PermissionException>(
                () => foreign.Audits.PlanAsync(new() { HalfWidth = 0.1, Plan = plan }, Cancel));
            Assert.Equal(ErrorReason.ForceNotPermitted, refused.Reason);
        }

        plan.Force = "atlantis";
        Assert.Equal(
            ErrorReason.UnknownForce,
            (await Assert.ThrowsAsync<NotFoundException>(() => Service.Lead().Audits.PlanAsync(new() { HalfWidth = 0.1, Plan = plan }, Cancel))).Reason);
    }

    [Fact]
    public async Task Everything_wrong_with_a_question_is_named_at_once()
    {
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => Service.Lead().Audits.PlanAsync(
            new()
            {
                ExpectedRate = 1,
                ConfidenceLevel = 2,
                Strata = { new StratumToPlan { Name = "Two Words" }, new StratumToPlan { Name = "b", FrameSize = 5, SampleSize = 2 } },
            },
            Cancel));
        Assert.Equal(
            ["half_width", "expected_rate", "confidence_level", "strata[0].frame_size", "strata[1].sample_size", "strata[0].name"],
            refused.Violations.Select(v => v.Field));
    }

    [Fact]
    public async Task Everything_wrong_with_exclusions_rules_systems_and_merging_is_named_at_once()
    {
        AuditPlan plan = Records.Plan("kent", ("a", Population.Incidents), ("b", Population.N100S), ("c", Population.Incidents));
        plan.RuleVersion = "of-tomorrow";
        plan.Exclusions = new PlannedExclusions
        {
            Reasons = { NotRecordedReason.Duplicate, NotRecordedReason.Duplicate, NotRecordedReason.VictimDidNotConfirm },
        };
        plan.PublicProtectionSystems.Add("");
        plan.Strata[0].MergeSingletonsInto = "b";
        plan.Strata[2].MergeSingletonsInto = "c";
        plan.Strata[0].Filter = new StratumFilter { CancellationReasons = { CancellationReason.C1Transferred } };
        plan.Strata[1].Filter = new StratumFilter { ReportedIncidentCodes = { "200/01" } };
        InvalidRequestException refused =
            await Assert.ThrowsAsync<InvalidRequestException>(() => Service.Lead().Audits.CreateAsync("wrong-rules", plan, Cancel));
        Assert.Equal(
            [
                "plan.strata[0].filter.cancellation_reasons", "plan.strata[0].merge_singletons_into",
                "plan.strata[1].filter.reported_incident_codes[0]", "plan.strata[2].merge_singletons_into", "plan.rule_version",
                "plan.exclusions.reasons[1]", "plan.exclusions.reasons[2]", "plan.public_protection_systems[0]",
            ],
            refused.Violations.Select(v => v.Field));
    }

    [Fact]
    public async Task A_rule_version_must_have_been_in_force_in_the_window()
    {
        AuditPlan plan = Records.Plan("kent", ("all", Population.Incidents));
        ListRuleVersionsResponse versions = await Service.Lead().Reference.ListRuleVersionsAsync(new(), Cancel);
        plan.RuleVersion = versions.Versions[^1].Name;
        InvalidRequestException refused =
            await Assert.ThrowsAsync<InvalidRequestException>(() => Service.Lead().Audits.CreateAsync("not-in-force", plan, Cancel));
        Assert.Contains("in force on no day of the window", Assert.Single(refused.Violations).Description, StringComparison.Ordinal);

        plan.RuleVersion = "";
        Audit audit = (await Service.Lead().Audits.CreateAsync("in-force", plan, Cancel)).Audit;
        Assert.Equal(versions.Versions.Last(v => v.EffectiveFrom.Length == 0 || string.CompareOrdinal(v.EffectiveFrom, Plans.To) <= 0).Name, audit.Plan.RuleVersion);
    }
}
