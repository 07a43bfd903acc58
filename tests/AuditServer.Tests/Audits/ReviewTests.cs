using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Tests.Audits;

public sealed class ReviewTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    public static TheoryData<string, Review?, string[]> WrongReviews
    {
        get
        {
            CrimeDecision blank = new() { Offence = new Offence { Code = Given.Violence } };
            CrimeDecision unlisted = Given.Decision(ReviewOutcome.NotRecorded, "999/99");
            CrimeDecision found = Given.Decision(ReviewOutcome.NotRecorded);
            found.CrimeRef = "C1";
            CrimeDecision unexplained = Given.Decision(ReviewOutcome.NotRecorded);
            (unexplained.Safeguarding, unexplained.Investigation, unexplained.WhyMissed) = (default, default, default);
            CrimeDecision explained = Given.Decision(ReviewOutcome.Recorded);
            explained.WhyMissed = WhyMissed.RulesMisread;
            CrimeDecision other = Given.Decision(ReviewOutcome.NotRecorded);
            other.WhyMissed = WhyMissed.Other;
            CrimeDecision unfound = Given.Decision(ReviewOutcome.MisclassifiedLate);
            unfound.CrimeRef = "";
            CrimeDecision unruled = Given.Decision(ReviewOutcome.Duplicate);
            unruled.RuleParagraph = "";
            CrimeDecision all = Given.Decision(ReviewOutcome.Recorded, domains: "Not A Tag");
            all.Offence = null;
            all.VictimRef = new string('v', 65);
            all.Rationale = new string('r', 501);
            return new()
            {
                { "missing", null, ["review"] },
                { "blank", new Review(), ["review"] },
                { "no decision", new Review { Crimes = new CrimesFound() }, ["review.crimes.decisions"] },
                { "too many", Given.Found(Enumerable.Repeat(Given.Decision(ReviewOutcome.Recorded), 51)), ["review.crimes.decisions"] },
                { "no rule", new Review { NoCrime = new NoCrimeRequired() }, ["review.no_crime.rule_paragraph"] },
                { "no outcome", Given.Found(blank), ["review.crimes.decisions[0].outcome"] },
                { "unlisted", Given.Found(Given.Decision(ReviewOutcome.Recorded), unlisted), ["review.crimes.decisions[1].offence.code"] },
                { "record of none", Given.Found(found), ["review.crimes.decisions[0].crime_ref"] },
                {
                    "unexplained", Given.Found(unexplained),
                    [
                        "review.crimes.decisions[0].safeguarding", "review.crimes.decisions[0].investigation",
                        "review.crimes.decisions[0].why_missed",
                    ]
                },
                { "missed nothing", Given.Found(explained), ["review.crimes.decisions[0].why_missed"] },
                { "another reason", Given.Found(other), ["review.crimes.decisions[0].rationale"] },
                { "no record", Given.Found(unfound), ["review.crimes.decisions[0].crime_ref"] },
                { "no paragraph", Given.Found(unruled), ["review.crimes.decisions[0].rule_paragraph"] },
                {
                    "everything", Given.Found(all),
                    [
                        "review.crimes.decisions[0].offence", "review.crimes.decisions[0].victim_ref", "review.crimes.decisions[0].rationale",
                        "review.crimes.decisions[0].domains[0]",
                    ]
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(WrongReviews))]
    public async Task A_review_that_says_too_little_is_refused(string what, Review? review, string[] fields)
    {
        FeatureServer.Refusal refusal = await FeatureServer.RefusalOfAsync(server.SubmitReview(
            new SubmitReviewRequest { AuditId = "any", RequestId = what, UnitId = "thames-valley/storm/1", Review = review }, server.Auditor()));
        Assert.Equal("INVALID_FIELDS", refusal.Reason);
        Assert.Equal(fields, refusal.Fields);
    }

    [Fact]
    public async Task One_review_an_item_by_nobody_of_the_own_force()
    {
        (Inspection audit, IReadOnlyList<SampleItem> items) = await DrawnAsync("one");
        Review review = Given.Found(Given.Decision(ReviewOutcome.Recorded));
        FeatureServer.Refusal own = await FeatureServer.RefusalOfAsync(
            audit.Review(items[0].UnitId, review, by: server.Auditor("olga", FeatureServer.Force)));
        Assert.Equal("FORCE_NOT_PERMITTED", own.Reason);
        SubmitReviewResponse first = await audit.Review(items[0].UnitId, review, "first");
        FeatureServer.Refusal second = await FeatureServer.RefusalOfAsync(audit.Review(items[0].UnitId, review, "second"));
        Assert.Equal(("ALREADY_REVIEWED", $"{first.EntryIndex}"), (second.Reason, second.Metadata["entry_index"]));
        Assert.Equal(
            "NOT_ASSIGNED", (await FeatureServer.RefusalOfAsync(audit.Review(items[1].UnitId, review, by: server.Auditor("bert")))).Reason);
        Assert.Equal("UNKNOWN_SAMPLE_ITEM", (await FeatureServer.RefusalOfAsync(audit.Review("thames-valley/storm/elsewhere", review))).Reason);
        Assert.Equal("UNKNOWN_AUDIT", (await FeatureServer.RefusalOfAsync(new Inspection(server, "nowhere").Review(items[0].UnitId, review))).Reason);
        Assert.Equal("ROLE_MISSING", (await FeatureServer.RefusalOfAsync(audit.Review(items[1].UnitId, review, by: server.Lead()))).Reason);
    }

    [Fact]
    public async Task Leads_see_every_review_and_auditors_their_own()
    {
        (Inspection audit, IReadOnlyList<SampleItem> items) = await DrawnAsync("seen", "anna", "bert");
        Review mine = Given.NoCrime();
        await audit.Review(items[0].UnitId, mine, by: server.Auditor("anna"));
        await audit.Review(items[1].UnitId, Given.Found(Given.Decision(ReviewOutcome.NotRecorded)), by: server.Auditor("bert"));

        IReadOnlyList<SampleItem> lead = await audit.ItemsAsync();
        Assert.Equal(["anna", "bert"], lead.Take(2).Select(i => i.Reviewer));
        Assert.Equal(mine, lead[0].Review);
        IReadOnlyList<SampleItem> anna = await audit.ItemsAsync(server.Auditor("anna"));
        Assert.Equal(items.Where((_, i) => i % 2 == 0).Select(i => i.UnitId), anna.Select(i => i.UnitId));
        Assert.Equal(["anna", ""], anna.Take(2).Select(i => i.Reviewer));
        Assert.Equal([true, false], anna.Take(2).Select(i => i.Reviewed));
        Assert.Null(anna[1].Review);
        Assert.Equal("bert", (await audit.ItemsAsync(server.As("adam", [Role.Admin])))[1].Reviewer);
        Assert.Equal([items[1].UnitId], (await audit.ItemsAsync(server.Registrar())).Select(i => i.UnitId));
        Assert.Equal(2, (await audit.GetAsync()).Strata.Sum(s => s.Reviewed));
    }

    [Fact]
    public async Task A_sample_is_read_page_by_page_each_item_once()
    {
        (Inspection audit, IReadOnlyList<SampleItem> items) = await DrawnAsync("pages");
        Assert.Equal(10, items.Count);
        foreach (int size in new[] { 1, 3, 5, 9, 10, 11 })
        {
            Assert.Equal(items.Select(i => i.UnitId), (await audit.ItemsAsync(pageSize: size)).Select(i => i.UnitId));
        }

        Assert.Equal(items.Where(i => i.Stratum == "b-code"), await audit.ItemsAsync(pageSize: 2, stratum: "b-code"));
        string token = (await audit.List(pageSize: 4)).NextPageToken;
        Assert.Equal("INVALID_PAGE_TOKEN", await ReasonAsync(audit.List(stratum: "b-code", token: token)));
        Assert.Equal("INVALID_PAGE_TOKEN", await ReasonAsync(audit.List(token: token[..^1])));
        Assert.Equal("INVALID_FIELDS", await ReasonAsync(audit.List(pageSize: 5_001)));
        Assert.Equal("INVALID_FIELDS", await ReasonAsync(audit.List(stratum: "c-code")));
    }

    private static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call) => (await FeatureServer.RefusalOfAsync(call)).Reason;

    private async Task<(Inspection Audit, IReadOnlyList<SampleItem> Items)> DrawnAsync(string id, params string[] auditors)
    {
        await server.SubmitAsync(Given.Reports(20, "a-code").Concat(Given.Reports(5, "b-code")));
        var audit = new Inspection(server, id);
        return (audit, await audit.DrawnAsync(Given.Plan(SeedSource.Witnessed, ("a-code", 5), ("b-code", 0)), auditors));
    }
}
