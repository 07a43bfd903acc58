using System.Security.Cryptography;
using System.Text;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Dapper;
using Microsoft.Data.Sqlite;
using Population = CrimeAudit.V1.Population;

namespace AuditServer.Tests.Audits;

public sealed class AuditCourseTests(FeatureServer server) : IClassFixture<FeatureServer>, IAsyncLifetime
{
    private static readonly string[] CodesUsed = ["a-code", "b-code"];

    public async ValueTask InitializeAsync()
    {
        await server.SubmitAsync(Given.Reports(40, "a-code").Concat(Given.Reports(7, "b-code")));
        await server.SubmitAsync(
        [
            Given.Report("before", "a-code", new DateTimeOffset(2017, 1, 31, 23, 59, 59, TimeSpan.Zero)),
            Given.Report("first-instant", "edge", new DateTimeOffset(2017, 2, 1, 0, 0, 0, TimeSpan.Zero)),
            // The last day ends in summer time: 23:00 UTC.
            Given.Report("last-instant", "edge", new DateTimeOffset(2017, 7, 31, 22, 59, 59, TimeSpan.Zero)),
            Given.Report("after", "edge", new DateTimeOffset(2017, 7, 31, 23, 0, 0, TimeSpan.Zero)),
            Given.Report("day", "edge", new DateTimeOffset(2017, 7, 30, 23, 0, 0, TimeSpan.Zero), TimePrecision.Day),
            Given.Report("month-in", "edge", new DateTimeOffset(2017, 2, 1, 0, 0, 0, TimeSpan.Zero), TimePrecision.Month),
            Given.Report("month-out", "edge", new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero), TimePrecision.Month),
            Given.Report("qualified", "other", null, TimePrecision.Instant, "domestic-abuse", "vulnerable"),
            Given.DirectCrime("crime/1", Given.Sexual),
            Given.DirectCrime("crime 2", Given.Violence),
        ]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_seed_of_commit_and_reveal_draws_a_sample_that_an_outsider_draws_again()
    {
        var audit = new Inspection(server, "course");
        Assert.Equal(AuditState.Planned, (await audit.Create(Given.Plan(SeedSource.CommitReveal, ("a-code", 10), ("b-code", 20)))).Audit.State);
        Assert.Equal(AuditState.Planned, (await audit.Commit(lead: false)).Audit.State);
        Assert.Equal(AuditState.Committed, (await audit.Commit(lead: true)).Audit.State);
        Audit frozen = (await audit.Freeze()).Audit;
        Assert.Equal(AuditState.Frozen, frozen.State);
        Assert.Equal([40, 7], frozen.Strata.Select(s => s.FrameSize));
        Assert.Equal(AuditState.Frozen, (await audit.Reveal(lead: true)).Audit.State);
        Audit seeded = (await audit.Reveal(lead: false)).Audit;
        Assert.Equal(AuditState.Seeded, seeded.State);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Given.LeadSecret + Given.ForceSecret))), seeded.Seed.Seed);
        Audit drawn = (await audit.Draw()).Audit;
        Assert.Equal(AuditState.Drawn, drawn.State);
        Assert.Equal([(10, false), (7, true)], drawn.Strata.Select(s => ((int)s.SampleSize, s.Census)));

        string[][] frame = [.. CodesUsed.Select((code, i) => UnitIds(code, i == 0 ? 40 : 7))];
        Assert.Equal(Outsider.Root([.. frame.SelectMany(ids => ids)]), frozen.Frame.Digest.ToByteArray());
        IReadOnlyList<SampleItem> items = await audit.ItemsAsync();
        for (int i = 0; i < 2; i++)
        {
            (string Ticket, string Id)[] expected =
            [
                .. frame[i].Select(id => (Outsider.Ticket(seeded.Seed.Seed, id), id))
                    .OrderBy(t => t.Item1, StringComparer.Ordinal)
                    .Take(i == 0 ? 10 : 7),
            ];
            SampleItem[] ofStratum = [.. items.Where(s => s.Stratum == CodesUsed[i])];
            Assert.Equal(expected, ofStratum.Select(s => (s.Ticket, s.UnitId)));
            Assert.Equal(Enumerable.Range(1, ofStratum.Length), ofStratum.Select(s => (int)s.Position));
        }

        SampleDrawn logged = (await EventAsync("course", "draw")).Drawn;
        Assert.Equal(seeded.Seed.Seed, logged.Seed);
        Assert.Equal(Outsider.Root([.. items.Select(i => i.UnitId)]), logged.SampleDigest.ToByteArray());
        Assert.Equal("lena", (await EventAsync("course", "freeze")).Actor);
    }

    [Fact]
    public async Task A_witnessed_seed_needs_no_commitments()
    {
        var audit = new Inspection(server, "witnessed");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Given.Plan(SeedSource.Witnessed, ("b-code", 0)));
        Assert.Equal(7, items.Count);
        Audit read = await audit.GetAsync();
        Assert.Equal(("271828", "six dice before the board"), (read.Seed.Seed, read.Seed.WitnessStatement));
        Assert.True(read.Strata[0].Census);
    }

    [Fact]
    public async Task A_unit_belongs_to_the_first_stratum_that_it_matches_and_the_rest_is_counted()
    {
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("edge", 0));
        plan.Strata.AddRange(
        [
            Whole("qualified", Population.Incidents, new StratumFilter { Qualifiers = { "abuse", "vulnerable" } }),
            Whole("direct", Population.DirectCrimes, new StratumFilter { OffenceGroups = { OffenceGroup.Sexual } }),
            Whole("again", Population.Incidents, new StratumFilter { OpeningCodes = { "edge", "b-code" } }),
        ]);
        var audit = new Inspection(server, "strata");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(plan);

        Assert.Equal(["day", "first-instant", "last-instant", "month-in"], RefsOf(items, "edge"));
        Assert.Equal(["qualified"], RefsOf(items, "qualified"));
        Assert.Equal(["thames-valley/niche/crime%2F1"], items.Where(i => i.Stratum == "direct").Select(i => i.UnitId));
        Assert.Equal(7, items.Count(i => i.Stratum == "again"));
        Frame frame = (await audit.GetAsync()).Frame;
        // 40 reports of a-code and one direct crime; the month before the window lies outside it altogether.
        Assert.Equal((13L, 41L, 0L), (frame.Units, frame.OutsideStrata, frame.TimeUncertain));
    }

    [Fact]
    public async Task A_month_that_lies_partly_in_the_window_is_left_out_and_counted()
    {
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("edge", 0));
        plan.WindowFrom = "2017-01-15";
        plan.WindowTo = "2017-02-27";
        var audit = new Inspection(server, "months");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(plan);
        Assert.Equal(["first-instant"], RefsOf(items, "edge"));
        Assert.Equal(2, (await audit.GetAsync()).Frame.TimeUncertain);
    }

    [Fact]
    public async Task A_frame_is_of_one_moment_and_names_it()
    {
        var audit = new Inspection(server, "moment");
        var september = new DateTimeOffset(2017, 9, 10, 12, 0, 0, TimeSpan.Zero);
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("later", 0));
        (plan.WindowFrom, plan.WindowTo) = ("2017-09-01", "2017-09-30");
        await audit.Create(plan);
        await server.SubmitAsync(Given.Reports(3, "later", september));
        long size = (await server.GetAudit(new GetAuditRequest { AuditId = "moment" }, server.Lead())).AsOf.TreeSize;
        Audit frozen = (await audit.Freeze()).Audit;
        await server.SubmitAsync([Given.Report("late-comer", "later", september)]);
        Assert.Equal((3L, size), (frozen.Frame.Units, frozen.Frame.TreeSize));
        await audit.Witness();
        Assert.Equal(3, (await audit.Draw()).Audit.Strata[0].SampleSize);
    }

    [Fact]
    public async Task Freezes_at_once_leave_one_frame()
    {
        var audit = new Inspection(server, "race");
        await audit.Create(Given.Plan(SeedSource.Witnessed, ("a-code", 5), ("b-code", 5)));
        string[] outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                await audit.Freeze($"freeze-{i}");
                return "";
            }
            catch (Grpc.Core.RpcException refused)
            {
                return refused.StatusCode.ToString();
            }
        }));
        Assert.Single(outcomes, "");
        Assert.All(outcomes.Where(o => o.Length > 0), o => Assert.Equal("FailedPrecondition", o));
        Frame frame = (await audit.GetAsync()).Frame;
        Assert.Equal(47, frame.Units);
        Assert.Equal(Outsider.Root([.. UnitIds("a-code", 40), .. UnitIds("b-code", 7)]), frame.Digest.ToByteArray());
    }

    [Fact]
    public async Task A_frame_cannot_be_frozen_before_its_window_ends()
    {
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("a-code", 5));
        plan.WindowTo = "2018-01-06";
        var audit = new Inspection(server, "early");
        await audit.Create(plan);
        FeatureServer.Refusal refusal = await FeatureServer.RefusalOfAsync(audit.Freeze());
        Assert.Equal(("AUDIT_STATE", "PLANNED"), (refusal.Reason, refusal.State));
        Assert.Contains("2018-01-06", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audits_are_listed_oldest_first_page_by_page_to_those_who_may_see_them()
    {
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("a-code", 5));
        plan.Force = "cumbria";
        foreach (string id in new[] { "list-1", "list-2", "list-3" })
        {
            await new Inspection(server, id).Create(plan);
        }

        ListAuditsResponse first = await server.ListAudits(new ListAuditsRequest { Force = "cumbria", PageSize = 2 }, server.Lead());
        ListAuditsResponse second = await server.ListAudits(
            new ListAuditsRequest { Force = "cumbria", PageSize = 2, PageToken = first.NextPageToken }, server.Lead());
        Assert.Equal(["list-1", "list-2", "list-3"], first.Audits.Concat(second.Audits).Select(a => a.AuditId));
        Assert.Equal("", second.NextPageToken);

        ListAuditsResponse own = await server.ListAudits(new ListAuditsRequest(), server.Registrar("cumbria"));
        Assert.Equal(3, own.Audits.Count);
        Assert.Equal("FORCE_NOT_PERMITTED", (await FeatureServer.RefusalOfAsync(
            server.ListAudits(new ListAuditsRequest { Force = "kent" }, server.Registrar("cumbria")))).Reason);
        Assert.Equal("INVALID_PAGE_TOKEN", (await FeatureServer.RefusalOfAsync(
            server.ListAudits(new ListAuditsRequest { PageToken = first.NextPageToken }, server.Lead()))).Reason);
        Assert.Equal("FORCE_NOT_PERMITTED", (await FeatureServer.RefusalOfAsync(
            server.GetAudit(new GetAuditRequest { AuditId = "list-1" }, server.Registrar("kent")))).Reason);
        Assert.Equal("UNKNOWN_AUDIT", (await FeatureServer.RefusalOfAsync(
            server.GetAudit(new GetAuditRequest { AuditId = "nowhere" }, server.Lead()))).Reason);
    }

    /// <summary>What the log holds of a step.</summary>
    private async Task<AuditEvent> EventAsync(string auditId, string requestId)
    {
        await using var connection = new SqliteConnection($"Data Source={server.DatabaseFile};Mode=ReadOnly");
        byte[] payload = await connection.QuerySingleAsync<byte[]>(
            """
            SELECT p.payload FROM entry_payloads p JOIN entries e USING (entry_index) JOIN sources s USING (source_id)
            WHERE s.source_system = 'audit/' || @auditId AND e.request_id = @requestId
            """,
            new { auditId, requestId });
        return AuditEvent.Parser.ParseFrom(payload);
    }

    private static Stratum Whole(string name, Population population, StratumFilter filter) =>
        new() { Name = name, Population = population, Filter = filter, Census = true };

    private static string[] UnitIds(string code, int number) =>
        [.. Enumerable.Range(1, number).Select(i => $"thames-valley/storm/{code}-{i}").Order(StringComparer.Ordinal)];

    private static IEnumerable<string> RefsOf(IEnumerable<SampleItem> items, string stratum) =>
        items.Where(i => i.Stratum == stratum).Select(i => i.UnitId.Split('/')[2]).Order(StringComparer.Ordinal);
}
