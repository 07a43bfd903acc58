using Acceptance.Tests.Audits;
using Acceptance.Tests.Audits.Populations;
using Acceptance.Tests.Audits.Reviewing;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Redactions;

/// <summary>
/// Reports that audits hold are erased: not while the audit goes on, and once it is over without changing what it came to. That frames,
/// draws and steps still replay is what the rebuild at the end of each test shows.
/// </summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class RedactedAuditTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_report_in_an_audit_that_goes_on_is_refused_and_the_audit_is_named()
    {
        await using TService told = await EmptyServiceAsync();
        IReadOnlyList<Receipt> receipts = await ReportsAsync(told, 6);
        var audit = new Inspection(told, "going", "kent");
        await audit.CreateAsync(Plans.Of("kent", SeedSource.Witnessed, ("violence", 3)));
        Assert.Equal(1, (await RedactAsync(told, receipts[0], "before")).RedactedEntries);
        await audit.FreezeAsync();

        AuditStateException refused = await Assert.ThrowsAsync<AuditStateException>(() => RedactAsync(told, receipts[1], "during"));
        Assert.Equal(ErrorReason.EntryInAudit, refused.Reason);
        Assert.Contains("going", refused.Message, StringComparison.Ordinal);

        await told.Lead().Audits.AbandonAsync(new() { AuditId = "going", RequestId = "abandon", Reason = "planned twice" }, Cancel);
        Assert.Equal(1, (await RedactAsync(told, receipts[1], "after")).RedactedEntries);
    }

    [Fact]
    public async Task A_cancelled_crime_that_an_audit_judges_keeps_its_incident_from_being_erased_even_once_the_audit_is_over()
    {
        await using TService told = await EmptyServiceAsync();
        await WriteAsync(told, [Told.Report("kent", "secret-1", Told.Alleged("a1")), Told.Crime("kent", "secret-1", "c1", Records.Later), Records.Cancelled("kent", "secret-1", "c1")]);
        var audit = new Inspection(told, "records", "kent");
        await audit.CreateAsync(Records.Plan("kent", ("cancelled", Population.CancelledCrimes)));
        await audit.FreezeAsync();
        await told.Lead().Audits.AbandonAsync(new() { AuditId = "records", RequestId = "abandon", Reason = "planned twice" }, Cancel);

        AuditStateException refused = await Assert.ThrowsAsync<AuditStateException>(
            () => told.Client("admin").Ledger.RedactEntryAsync(new() { EntryIndex = 0, RequestId = "erase", Reason = "granted" }, Cancel));

        Assert.Equal(ErrorReason.EntryInAudit, refused.Reason);
        Assert.Contains("records", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_estimate_of_a_final_audit_stays_and_its_items_stand_under_tokens()
    {
        await using TService told = await EmptyServiceAsync();
        IReadOnlyList<Receipt> receipts = await ReportsAsync(told, 30);
        var audit = new ReviewedAudit(told, "final", "kent");
        IReadOnlyList<SampleItem> items = await TakeCourseAsync(audit);
        EstimateRecordingRateResponse before = await audit.Inspection.EstimateAsync();
        Audit document = (await told.Lead().Audits.GetAsync("final", Cancel)).Audit;
        IReadOnlyList<SampleItem> shown = await audit.Inspection.ItemsAsync();

        // Every report of the frame, drawn or not, one after the other: each keeps its place among those that have theirs already.
        foreach (Receipt receipt in receipts.Reverse())
        {
            await RedactAsync(told, receipt, $"erase {receipt.EntryIndex}");
        }

        EstimateRecordingRateResponse after = await audit.Inspection.EstimateAsync();
        (before.AsOf, after.AsOf) = (null, null);
        Assert.Equal(before, after);
        Assert.Equal(document, (await told.Lead().Audits.GetAsync("final", Cancel)).Audit);
        IReadOnlyList<SampleItem> erased = await audit.Inspection.ItemsAsync();
        Assert.Equal(shown.Select(i => (i.Position, i.Ticket, i.State, i.History.Count)), erased.Select(i => (i.Position, i.Ticket, i.State, i.History.Count)));
        Assert.All(erased, i => Assert.StartsWith("kent/storm/redacted-", i.UnitId, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", string.Concat(erased), StringComparison.Ordinal);
        Assert.DoesNotContain(items[0].UnitId, string.Concat(erased), StringComparison.Ordinal);

        GetSampleItemResponse one = await audit.ItemAsync(audit.Lead, erased[0].UnitId);
        Assert.True(one.RecordHistory[0].HasRedactedBy);
        Assert.Equal(erased[0].UnitId, one.Record.UnitId);
    }

    [Fact]
    public async Task What_is_left_of_reviews_is_read_by_those_who_may_read_reviews()
    {
        await using TService told = await EmptyServiceAsync();
        IReadOnlyList<Receipt> receipts = await ReportsAsync(told, 12);
        var audit = new ReviewedAudit(told, "read", "kent");
        IReadOnlyList<SampleItem> items = await TakeCourseAsync(audit);
        int drawn = int.Parse(items[0].UnitId[^2..], System.Globalization.CultureInfo.InvariantCulture);
        RedactEntryResponse done = await RedactAsync(told, receipts[drawn], "erase");
        Assert.True(done.RedactedEntries > 1);

        Assert.False((await told.Lead().Ledger.GetReceiptAsync(done.EntryIndex, Cancel)).Proof.StoredBytes.IsEmpty);
        Assert.True((await told.Registrar("kent").Ledger.GetReceiptAsync(done.EntryIndex, Cancel)).Proof.StoredBytes.IsEmpty);
        Assert.True((await told.Reader("kent").Ledger.GetReceiptAsync(done.EntryIndex, Cancel)).Proof.StoredBytes.IsEmpty);
        // The sender cannot read it, and takes the receipt of what it sent all the same.
        Assert.True((await SubmitAsync(told, Report(drawn)))[0].HasRedactedBy);
    }

    [Fact]
    public async Task What_an_attempt_to_freeze_has_staged_goes_too_and_the_attempt_gives_way()
    {
        await using TService told = await EmptyServiceAsync();
        IReadOnlyList<Receipt> receipts = await ReportsAsync(told, 3);
        var audit = new Inspection(told, "staging", "kent");
        await audit.CreateAsync(Plans.Of("kent", SeedSource.Witnessed, ("violence", 0)));
        string frame = told.Table("frame_units");
        await told.RunSqlAsync(
            $"UPDATE {told.Table("audits")} SET freeze_attempt = 1",
            $"INSERT INTO {frame} (audit_no, stratum, unit_id) VALUES (3, 0, 'kent/storm/secret-01')");

        await RedactAsync(told, receipts[1], "erase");
        Assert.Equal(0, await told.RunSqlAsync($"DELETE FROM {frame} WHERE unit_id = 'kent/storm/secret-01'"));
        Assert.Equal(1, await told.RunSqlAsync($"UPDATE {told.Table("audits")} SET freeze_attempt = 2 WHERE freeze_attempt = 2"));
        Assert.Equal(3, (await audit.FreezeAsync()).Frame.Units);
    }

    [Fact]
    public async Task A_frame_that_is_frozen_after_an_erasure_holds_the_token()
    {
        await using TService told = await EmptyServiceAsync();
        IReadOnlyList<Receipt> receipts = await ReportsAsync(told, 5);
        await RedactAsync(told, receipts[2], "erase");
        IReadOnlyList<SampleItem> items = await new Inspection(told, "later", "kent").DrawnAsync(Plans.Of("kent", SeedSource.Witnessed, ("violence", 0)));
        Assert.Equal(5, items.Count);
        Assert.Single(items, i => i.UnitId.StartsWith("kent/storm/redacted-", StringComparison.Ordinal));
    }

    /// <summary>Draws, replaces a report, extends, disputes, and makes the audit final.</summary>
    private static async Task<IReadOnlyList<SampleItem>> TakeCourseAsync(ReviewedAudit audit)
    {
        IReadOnlyList<SampleItem> drawn = await audit.DrawnAsync(Plans.OneReview(), ("violence", 4));
        await audit.LostAsync(drawn[1].UnitId, "lost");
        await audit.ExtendAsync("violence", 2, "extend");
        await audit.AssignAsync("a-auditor");
        SampleItem[] items = [.. (await audit.Inspection.ItemsAsync()).Where(i => i.State == ItemState.AwaitingReview)];
        foreach (SampleItem item in items)
        {
            CrimeDecision found = Audits.Reviews.Decision(item == items[0] ? ReviewOutcome.NotRecorded : ReviewOutcome.Recorded);
            (found.VictimRef, found.Rationale) = ("secret-victim", "secret rationale");
            found.CrimeRef = found.Outcome == ReviewOutcome.Recorded ? "secret-crime" : "";
            await audit.ReviewAsync("a-auditor", item.UnitId, Audits.Reviews.Of(found));
        }

        await audit.DisputeAsync(items[0].UnitId, "secret reasons");
        await audit.AssignAsync("a-second-auditor");
        await audit.ReconsiderAsync("a-second-auditor", items[0].UnitId, Audits.Reviews.NoCrime());
        await audit.FinalizeAsync();
        return items;
    }

    private static async Task<IReadOnlyList<Receipt>> ReportsAsync(TService told, int number) =>
        await SubmitAsync(told, [.. Enumerable.Range(0, number).Select(Report)]);

    private static IncidentUpdate Report(int number) =>
        Told.Report("kent", $"secret-{number:00}", Moments.Reported, "violence", Told.Alleged("a1", Codes.Violence, "secret-victim"));

    private static Task<RedactEntryResponse> RedactAsync(TService told, Receipt receipt, string requestId) =>
        told.Registrar("kent").Ledger.RedactEntryAsync(Renamed.Request(receipt.EntryIndex, requestId), Cancel);
}
