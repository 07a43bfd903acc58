using Acceptance.Tests.Audits.Reviewing;
using Acceptance.Tests.Redactions;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Contrasts;

/// <summary>What a server keeps of an audit to answer the next question from must never tell an old figure.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class AskedAgainTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly Review Recorded = Reviews.Of(Reviews.Decision(ReviewOutcome.Recorded));
    private static readonly Review Missed = Reviews.Of(Reviews.Decision(ReviewOutcome.NotRecorded));

    [Fact]
    public async Task Each_step_of_an_item_shows_in_the_next_answer()
    {
        await using TService told = await EmptyServiceAsync();
        (ReviewedAudit audit, IReadOnlyList<SampleItem> items) = await DrawnAsync(told, "steps", size: 3);
        await audit.AssignAsync("x-auditor");
        await AssertCountsAsync(told, audit, required: 0, recorded: 0);

        await audit.ReviewAsync("x-auditor", items[0].UnitId, Missed);
        await AssertCountsAsync(told, audit, required: 1, recorded: 0);
        await audit.ReviewAsync("x-auditor", items[1].UnitId, Recorded);
        await AssertCountsAsync(told, audit, required: 2, recorded: 1);

        // Another review of as many reports, of as many crimes.
        await audit.DisputeAsync(items[0].UnitId);
        await audit.AssignAsync("y-auditor");
        await audit.ReconsiderAsync("y-auditor", items[0].UnitId, Recorded);
        await AssertCountsAsync(told, audit, required: 2, recorded: 2);

        await audit.LostAsync(items[2].UnitId, "lost");
        await audit.AssignAsync("x-auditor");
        SampleItem reserve = (await audit.Inspection.ItemsAsync())[3];
        await audit.ReviewAsync("x-auditor", reserve.UnitId, Missed);
        await AssertCountsAsync(told, audit, required: 3, recorded: 2);

        await audit.ReopenAsync(items[1].UnitId);
        await audit.AssignAsync("y-auditor");
        await audit.ReconsiderAsync("y-auditor", items[1].UnitId, Reviews.NoCrime());
        await AssertCountsAsync(told, audit, required: 2, recorded: 1);
    }

    [Fact]
    public async Task Whoever_is_given_a_report_in_between_is_told_nothing_more()
    {
        (ReviewedAudit audit, _) = await DrawnAsync(Service, "given", size: 3);
        IRateClient lead = Service.As("a-lead-who-helps", "lead").Rates;
        await lead.EstimateRecordingRateAsync(audit.Id, Cancel);

        // No step of an item: the audit itself stays as it was.
        await audit.AssignAsync("a-lead-who-helps");
        await Assert.ThrowsAsync<AuditStateException>(() => lead.EstimateRecordingRateAsync(audit.Id, Cancel));
    }

    [Fact]
    public async Task An_erasure_of_a_reviewed_report_changes_no_answer_to_either_question()
    {
        await using TService told = await EmptyServiceAsync();
        (ReviewedAudit audit, IReadOnlyList<SampleItem> items) = await DrawnAsync(told, "erased", size: 3);
        await audit.AssignAsync("x-auditor");
        foreach (SampleItem item in items)
        {
            await audit.ReviewAsync("x-auditor", item.UnitId, item == items[0] ? Missed : Recorded);
        }

        await audit.Inspection.AcceptAllAsync();
        await audit.FinalizeAsync();
        await AssertCountsAsync(told, audit, required: 3, recorded: 2);
        GetIncidentResponse record = await told.Registrar("kent").Incidents.GetAsync("kent", Told.Command, ReferenceOf(items[0]), Cancel);
        await told.Registrar("kent").Ledger.RedactEntryAsync(Renamed.Request(record.History[0].EntryIndex, "erase"), Cancel);
        await AssertCountsAsync(told, audit, required: 3, recorded: 2);
    }

    /// <summary>Asks, asks again, and asks a server that has kept nothing.</summary>
    private static async Task AssertCountsAsync(TService told, ReviewedAudit audit, int required, int recorded)
    {
        EstimateRecordingRateResponse first = await audit.Inspection.EstimateAsync();
        EstimateRecordingRateResponse again = await audit.Inspection.EstimateAsync();
        await told.RestartAsync();
        EstimateRecordingRateResponse anew = await audit.Inspection.EstimateAsync();
        StratumCounts counts = Assert.Single(first.Strata);
        Assert.Equal((required, recorded), (counts.Required, counts.Recorded));
        (first.AsOf, again.AsOf, anew.AsOf) = (null, null, null);
        Assert.Equal((first, first), (again, anew));
    }

    private static async Task<(ReviewedAudit Audit, IReadOnlyList<SampleItem> Items)> DrawnAsync(TService told, string id, int size)
    {
        await WriteAsync(told, Enumerable.Range(0, 12).Select(i => Told.Report("kent", $"{id}-{i}", Moments.Reported, id)));
        var audit = new ReviewedAudit(told, id, "kent");
        return (audit, await audit.DrawnAsync(Plans.OneReview(), (id, size)));
    }

    private static string ReferenceOf(SampleItem item) => item.UnitId[(item.UnitId.LastIndexOf('/') + 1)..];
}
