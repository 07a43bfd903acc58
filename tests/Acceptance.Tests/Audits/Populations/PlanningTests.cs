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
