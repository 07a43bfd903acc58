using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Population = CrimeAudit.V1.Population;

namespace AuditServer.Tests.Audits;

public sealed class PlanTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    [Fact]
    public async Task Everything_wrong_with_a_plan_is_named_at_once()
    {
        var plan = new AuditPlan { Force = "atlantis", WindowFrom = "2017-13-01", WindowTo = "31/07/2017", VolumesVersion = "unheard-of" };
        plan.Strata.Add(new Stratum { Name = "Upper Case", Population = Population.Incidents, SampleSize = 0 });
        plan.Strata.Add(new Stratum { Name = "twice", SampleSize = 5 });
        plan.Strata.Add(new Stratum
        {
            Name = "twice",
            Population = (Population)77,
            Filter = new StratumFilter { OpeningCodes = { "" }, Qualifiers = { "not a tag" }, OffenceGroups = { OffenceGroup.Unspecified } },
        });
        FeatureServer.Refusal refusal = await FeatureServer.RefusalOfAsync(new Inspection(server, "Wrong Id").Create(plan));
        Assert.Equal("INVALID_FIELDS", refusal.Reason);
        Assert.Equal(
            [
                "audit_id", "plan.window_from", "plan.window_to", "plan.strata[0].name", "plan.strata[0].sample_size", "plan.strata[1].population",
                "plan.strata[2].name", "plan.strata[2].population", "plan.strata[2].size", "plan.strata[2].filter.opening_codes[0]",
                "plan.strata[2].filter.qualifiers[0]", "plan.strata[2].filter.offence_groups[0]", "plan.seed_source", "plan.volumes_version",
                "plan.force",
            ],
            refusal.Fields);
    }

    [Theory]
    [InlineData("2017-07-31", "2017-02-01", "plan.window_to")]
    [InlineData("2012-02-01", "2017-02-01", "plan.window_to")]
    [InlineData("2017-2-1", "2017-07-31", "plan.window_from")]
    [InlineData("", "2017-07-31", "plan.window_from")]
    public async Task A_window_has_two_days_in_order_and_at_most_five_years(string from, string to, string field)
    {
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("a-code", 5));
        (plan.WindowFrom, plan.WindowTo) = (from, to);
        Assert.Equal([field], (await FeatureServer.RefusalOfAsync(new Inspection(server, "window").Create(plan))).Fields);
    }

    [Fact]
    public async Task A_window_of_five_years_is_taken()
    {
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("a-code", 5));
        (plan.WindowFrom, plan.WindowTo) = ("2012-02-01", "2017-01-31");
        AuditPlan planned = (await new Inspection(server, "five-years").Create(plan)).Audit.Plan;
        Assert.Equal(AuditCore.Reference.RecordedCrimeVolumes.PublishedVersion, planned.VolumesVersion);
        planned.VolumesVersion = "";
        Assert.Equal(TimeSpan.FromDays(14), planned.ReviewPolicy.ResponseWindow.ToTimeSpan());
        planned.ReviewPolicy.ResponseWindow = null;
        Assert.Equal(("from-2015-04", 6), (planned.RuleVersion, planned.Exclusions.Reasons.Count));
        (planned.RuleVersion, planned.Exclusions) = ("", null);
        Assert.Equal(plan, planned);
    }

    [Fact]
    public async Task Secrets_have_a_week_unless_the_plan_says_otherwise_and_witnessed_seeds_have_none()
    {
        Audit planned = (await new Inspection(server, "a-week").Create(Given.Plan(SeedSource.CommitReveal, ("a-code", 5)))).Audit;
        Assert.Equal(TimeSpan.FromDays(7), planned.Plan.RevealWindow.ToTimeSpan());
        foreach (TimeSpan wrong in new[] { TimeSpan.Zero, TimeSpan.FromHours(36), TimeSpan.FromDays(91), TimeSpan.FromDays(-1) })
        {
            AuditPlan plan = Given.Plan(SeedSource.CommitReveal, ("a-code", 5));
            plan.RevealWindow = Duration.FromTimeSpan(wrong);
            Assert.Equal(["plan.reveal_window"], (await FeatureServer.RefusalOfAsync(new Inspection(server, "wrong").Create(plan))).Fields);
        }

        AuditPlan witnessed = Given.Plan(SeedSource.Witnessed, ("a-code", 5));
        witnessed.RevealWindow = Duration.FromTimeSpan(TimeSpan.FromDays(7));
        Assert.Equal(["plan.reveal_window"], (await FeatureServer.RefusalOfAsync(new Inspection(server, "none-to-reveal").Create(witnessed))).Fields);
    }

    [Fact]
    public async Task A_force_that_does_not_exist_is_said_so_when_nothing_else_is_wrong()
    {
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("a-code", 5));
        plan.Force = "atlantis";
        Assert.Equal("UNKNOWN_FORCE", (await FeatureServer.RefusalOfAsync(new Inspection(server, "force").Create(plan))).Reason);
    }

    [Fact]
    public async Task A_plan_needs_strata_and_not_too_many()
    {
        AuditPlan none = Given.Plan(SeedSource.Witnessed);
        Assert.Equal(["plan.strata"], (await FeatureServer.RefusalOfAsync(new Inspection(server, "none").Create(none))).Fields);
        AuditPlan many = Given.Plan(SeedSource.Witnessed, [.. Enumerable.Range(0, 51).Select(i => ($"s-{i}", 5))]);
        Assert.Equal(["plan.strata"], (await FeatureServer.RefusalOfAsync(new Inspection(server, "many").Create(many))).Fields);
        Assert.Equal(["plan"], (await FeatureServer.RefusalOfAsync(
            server.CreateAudit(new CreateAuditRequest { AuditId = "no-plan" }, server.Lead()))).Fields);
    }

    [Fact]
    public async Task Fields_of_a_later_contract_are_not_stored_as_evidence()
    {
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("a-code", 5));
        plan.MergeFrom(new byte[] { 0xF8, 0x07, 0x01 }); // field 127, a number
        Assert.Equal(["plan"], (await FeatureServer.RefusalOfAsync(new Inspection(server, "later").Create(plan))).Fields);
    }
}
