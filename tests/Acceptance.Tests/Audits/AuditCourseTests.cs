using System.Security.Cryptography;
using System.Text;
using Acceptance.Tests.Support;
using AuditCore.Sampling;
using AuditServer.Audits.Frames;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits;

public abstract class AuditCourseTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly string[] Refs = [.. Enumerable.Range(0, 60).Select(i => i % 5 == 0 ? $"log {i}/ü" : $"log-{i}")];

    [Fact]
    public async Task A_sample_of_commit_and_reveal_is_the_one_that_an_outsider_draws()
    {
        await ReportsAsync("kent", "violence", Refs);
        await ReportsAsync("kent", "theft", [.. Enumerable.Range(0, 8).Select(i => $"theft-{i}")]);
        await OutsideAsync("kent");
        var audit = new Inspection(Service, "commit-reveal", "kent");

        Audit planned = await audit.CreateAsync(Plans.Of("kent", SeedSource.CommitReveal, ("violence", 12), ("theft", 20)));
        Assert.Equal(AuditState.Planned, planned.State);
        Assert.Equal(AuditState.Planned, (await audit.CommitAsForceAsync()).State);
        Audit committed = await audit.CommitAsLeadAsync();
        Assert.Equal(AuditState.Committed, committed.State);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(Inspection.LeadSecret)), committed.Seed.LeadCommitment.ToByteArray());

        Audit frozen = await audit.FreezeAsync();
        string[] violence = [.. Refs.Select(r => Outsider.UnitId("kent", r)).Order(StringComparer.Ordinal)];
        string[] theft = [.. Enumerable.Range(0, 8).Select(i => Outsider.UnitId("kent", $"theft-{i}")).Order(StringComparer.Ordinal)];
        Assert.Equal((AuditState.Frozen, 68, 1), (frozen.State, frozen.Frame.Units, frozen.Frame.OutsideStrata));
        Assert.Equal(Outsider.Root([.. violence, .. theft]), frozen.Frame.Digest.ToByteArray());
        Assert.Equal("", frozen.Seed.Seed);

        // What is told after the freeze is in no frame.
        await ReportsAsync("kent", "violence", ["too-late"]);
        Assert.Equal(AuditState.Frozen, (await audit.RevealAsForceAsync()).State);
        Audit seeded = await audit.RevealAsLeadAsync();
        string seed = Outsider.Seed(Inspection.LeadSecret, Inspection.ForceSecret);
        Assert.Equal((AuditState.Seeded, seed), (seeded.State, seeded.Seed.Seed));
        Audit drawn = await audit.DrawAsync();
        Assert.Equal([(60, 12, false), (8, 8, true)], drawn.Strata.Select(s => ((int)s.FrameSize, (int)s.SampleSize, s.Census)));

        IReadOnlyList<SampleItem> items = await audit.ItemsAsync(pageSize: 7);
        AssertDrawn(seed, violence, 12, "violence", items);
        AssertDrawn(seed, theft, 8, "theft", items);
        Assert.Equal(20, items.Count);
    }

    [Fact]
    public async Task A_sample_of_a_witnessed_seed_is_the_one_that_an_outsider_draws()
    {
        await ReportsAsync("essex", "burglary", Refs);
        IReadOnlyList<SampleItem> items =
            await new Inspection(Service, "witnessed", "essex").DrawnAsync(Plans.Of("essex", SeedSource.Witnessed, ("burglary", 15)), "1618033988");
        AssertDrawn("1618033988", [.. Refs.Select(r => Outsider.UnitId("essex", r))], 15, "burglary", items);

        Audit read = (await Service.Registrar("essex").Audits.GetAsync("witnessed", Cancel)).Audit;
        Assert.Equal((AuditState.Drawn, "1618033988"), (read.State, read.Seed.Seed));
        Assert.NotEqual("", read.Seed.WitnessStatement);
        Assert.Equal(["witnessed"], (await AllAsync(Service.Registrar("essex").Audits.ListAsync(Cancel))).Select(a => a.AuditId));
    }

    [Fact]
    public async Task A_sample_of_a_frame_of_several_pages_is_the_one_that_an_outsider_draws()
    {
        string[] fraud = [.. Enumerable.Range(0, (2 * FrameMerge.PageUnits) + 1).Select(i => $"fraud-{i}")];
        string[] arson = [.. Enumerable.Range(0, FrameMerge.PageUnits).Select(i => $"arson-{i}")];
        await ReportsAsync("norfolk", "fraud", fraud);
        await ReportsAsync("norfolk", "arson", arson);
        IReadOnlyList<SampleItem> items = await new Inspection(Service, "paged", "norfolk").DrawnAsync(
            Plans.Of("norfolk", SeedSource.Witnessed, ("fraud", 30), ("arson", 0)), "5772156649");

        AssertDrawn("5772156649", [.. fraud.Select(r => Outsider.UnitId("norfolk", r))], 30, "fraud", items);
        AssertDrawn("5772156649", [.. arson.Select(r => Outsider.UnitId("norfolk", r))], arson.Length, "arson", items);
    }

    [Fact]
    public async Task Every_step_again_gets_the_same_answer()
    {
        await ReportsAsync("dorset", "robbery", Refs[..10]);
        var audit = new Inspection(Service, "repeated", "dorset");
        AuditPlan plan = Plans.Of("dorset", SeedSource.CommitReveal, ("robbery", 4));
        Func<Task<Audit>>[] steps =
        [
            () => audit.CreateAsync(plan), () => audit.CommitAsLeadAsync(), () => audit.CommitAsForceAsync(), () => audit.FreezeAsync(),
            () => audit.RevealAsLeadAsync(), () => audit.RevealAsForceAsync(), () => audit.DrawAsync(),
        ];
        foreach (Func<Task<Audit>> step in steps)
        {
            Audit first = await step();
            long entries = await EntriesAsync(Service);
            Assert.Equal(first, await step());
            Assert.Equal(entries, await EntriesAsync(Service));
        }

        plan.Strata[0].SampleSize = 5;
        CrimeAuditException refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(() => audit.CreateAsync(plan));
        Assert.Equal(ErrorReason.AuditExists, refused.Reason);
    }

    private static void AssertDrawn(string seed, string[] frame, int size, string stratum, IEnumerable<SampleItem> items)
    {
        SampleItem[] ofStratum = [.. items.Where(i => i.Stratum == stratum)];
        Assert.Equal(Outsider.Draw(seed, frame, size), ofStratum.Select(i => (i.UnitId, i.Ticket)));
        Assert.Equal(Draw.Take(seed, frame, size).Select(u => (u.Id, u.Ticket.Text)), ofStratum.Select(i => (i.UnitId, i.Ticket)));
        Assert.Equal(Enumerable.Range(1, size).Select(p => (long)p), ofStratum.Select(i => i.Position));
    }

    private Task ReportsAsync(string force, string openingCode, string[] refs) =>
        WriteAsync(Service, refs.Select(r => Told.Report(force, r, Moments.Reported, openingCode, Told.Alleged("a1"))));

    /// <summary>Reports just before and after the window, of another code, and of another force.</summary>
    private Task OutsideAsync(string force) => SubmitAsync(
        Told.Report(force, "before", Moments.Utc("2018-06-30T22:59:59Z"), "violence"),
        Told.Report(force, "after", Moments.Utc("2019-01-01T00:00:00Z"), "violence"),
        Told.Report(force, "of-no-stratum", Moments.Reported, "noise"),
        Told.Report("surrey", "of-another-force", Moments.Reported, "violence"));
}
