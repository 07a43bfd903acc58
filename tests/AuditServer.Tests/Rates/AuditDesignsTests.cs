using AuditServer.Audits;
using AuditServer.Rates;
using AuditServer.Security;
using CrimeAudit.V1;

namespace AuditServer.Tests.Rates;

public sealed class AuditDesignsTests
{
    private static readonly Caller Lead = new("a-lead", new HashSet<string> { Role.Lead }, new HashSet<string>());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reviews_of_an_audit_that_has_not_moved_are_read_once()
    {
        var audit = new ToldAudit(Found("c1"), Found("c2"));
        using var designs = new AuditDesigns(audit);
        AuditDesign first = await AskAsync(designs);
        AuditDesign second = await AskAsync(designs);

        Assert.Equal(1, audit.Readings);
        Assert.Equal(ReviewsOf(first), ReviewsOf(second));
        Assert.Equal(2, ReviewsOf(second).Count());
    }

    [Fact]
    public async Task They_are_read_again_once_a_step_of_an_item_is_counted()
    {
        var audit = new ToldAudit(Found("c1"));
        using var designs = new AuditDesigns(audit);
        await AskAsync(designs);
        audit.Document.ItemSteps++;
        await AskAsync(designs);
        Assert.Equal(2, audit.Readings);
    }

    [Fact]
    public async Task They_are_read_again_from_a_log_that_was_set_back_and_went_on_otherwise()
    {
        var audit = new ToldAudit(Found("c1"));
        using var designs = new AuditDesigns(audit);
        await AskAsync(designs);
        audit.Mark = audit.Mark with { Digest = [1, 2, 4] };
        await AskAsync(designs);
        Assert.Equal(2, audit.Readings);
    }

    [Fact]
    public async Task They_are_read_again_after_an_erasure()
    {
        var audit = new ToldAudit(Found("c1"));
        using var designs = new AuditDesigns(audit);
        await AskAsync(designs);
        audit.Mark = audit.Mark with { LastRedaction = 120 };
        await AskAsync(designs);
        Assert.Equal(2, audit.Readings);
    }

    [Fact]
    public async Task An_audit_larger_than_all_that_may_be_kept_is_read_each_time()
    {
        var audit = new ToldAudit([.. Enumerable.Repeat(Found("c1"), 100_000)]);
        using var designs = new AuditDesigns(audit);
        await AskAsync(designs);
        await AskAsync(designs);
        Assert.Equal(2, audit.Readings);
    }

    [Fact]
    public async Task Nothing_that_names_a_unit_a_record_or_a_person_is_kept()
    {
        Review cancelled = new() { Cancellation = new CancellationFound { Verdict = RecordVerdict.Wrong, Rationale = "secret" } };
        Review n100 = new() { Classification = new ClassificationFound { Verdict = RecordVerdict.Right, Rationale = "secret" } };
        Review none = new() { NoCrime = new NoCrimeRequired { Rationale = "secret", RuleParagraph = "General Rules A" } };
        var audit = new ToldAudit(Found("secret-1"), Found("secret-2"), cancelled, n100, none);
        using var designs = new AuditDesigns(audit);
        DesignItem[] items = [.. (await AskAsync(designs)).Strata.SelectMany(s => s.Items)];

        Assert.All(items, i => Assert.Equal("", i.UnitId));
        Assert.DoesNotContain("secret", string.Concat(items.Select(i => i.Review)), StringComparison.Ordinal);
        Assert.Same(items[0].Review, items[1].Review);
        CrimeDecision kept = Assert.Single(items[0].Review.Crimes.Decisions);
        Assert.Equal(("105/01", ReviewOutcome.NotRecorded, "knife"), (kept.Offence.Code, kept.Outcome, Assert.Single(kept.Domains)));
        Assert.Equal(
            (RecordVerdict.Wrong, RecordVerdict.Right, Review.FindingOneofCase.NoCrime),
            (items[2].Review.Cancellation.Verdict, items[3].Review.Classification.Verdict, items[4].Review.FindingCase));
    }

    [Fact]
    public async Task A_whole_design_is_read_from_the_log_whatever_is_kept()
    {
        var audit = new ToldAudit(Found("c1"));
        using var designs = new AuditDesigns(audit);
        await AskAsync(designs);
        AuditDesign whole = await designs.ReadWholeAsync(ToldAudit.Id, Lead, _ => { }, Cancel);

        Assert.Equal(2, audit.Readings);
        DesignItem item = Assert.Single(whole.Strata[0].Items);
        Assert.Equal(("kent/storm/0", "c1"), (item.UnitId, item.Review.Crimes.Decisions[0].CrimeRef));
    }

    private static Task<AuditDesign> AskAsync(AuditDesigns designs) => designs.ReadAsync(ToldAudit.Id, Lead, _ => { }, Cancel);

    private static IEnumerable<Review> ReviewsOf(AuditDesign design) => design.Strata.SelectMany(s => s.Items).Select(i => i.Review);

    private static Review Found(string crime) => new()
    {
        Crimes = new CrimesFound
        {
            Decisions =
            {
                new CrimeDecision
                {
                    Offence = new Offence { Code = "105/01" },
                    Outcome = ReviewOutcome.NotRecorded,
                    CrimeRef = crime,
                    VictimRef = $"victim of {crime}",
                    Rationale = $"why {crime}",
                    Domains = { "knife" },
                },
            },
        },
    };
}
