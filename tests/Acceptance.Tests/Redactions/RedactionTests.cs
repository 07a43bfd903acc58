using Acceptance.Tests.Overdue;
using Acceptance.Tests.Support;
using Acceptance.Tests.Watching;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Redactions;

/// <summary>What becomes of an incident whose references are erased, and what stays as it was.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class RedactionTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task Rates_and_overdue_counts_stay_and_the_incident_goes_on_under_its_token()
    {
        var secret = new SecretIncident("kent", "secret");
        IReadOnlyList<Receipt> receipts = await SubmitAsync(
            [Told.Report("kent", "other", Told.Alleged("a1")), .. secret.Updates, Told.Crime("kent", "other", "c9", Moments.Reported.AddHours(2))]);
        GetIncidentResponse before = await ReadAsync("kent", secret.Ref);
        GetAccountedForRateResponse[] rates = await RatesAsync("kent");
        ListOverdueResponse overdue = await OverdueAsync("kent");

        RedactEntryResponse done = await RedactAsync("kent", receipts[3].EntryIndex);
        Assert.Equal((secret.Updates.Count, false, false), (done.RedactedEntries, done.Replayed, done.ErasurePending));

        Assert.Equal(rates, await RatesAsync("kent"));
        ListOverdueResponse now = await OverdueAsync("kent");
        Assert.Equal(Renamed.Of(overdue, "secret"), Renamed.Of(now, "secret"));
        IncidentSummary listed = await ListedAsync("kent", before.History[0].EntryIndex);
        GetIncidentResponse after = await ReadAsync("kent", listed.Key.Ref);
        Assert.Equal(Renamed.Of(before.Incident, "secret"), Renamed.Of(after.Incident, "secret"));
        Assert.Equal(before.History.Select(h => (h.EntryIndex, h.AcceptedTime, h.Withdrawn)), after.History.Select(h => (h.EntryIndex, h.AcceptedTime, h.Withdrawn)));
        Assert.All(after.History, h => Assert.Equal(done.EntryIndex, h.RedactedBy));
        Assert.DoesNotContain("secret", after.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", now.ToString(), StringComparison.Ordinal);
        Assert.Equal("redacted", after.History[1].Update.RecordingDelayed.RationaleCode);

        NotFoundException unknown = await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync("kent", secret.Ref));
        Assert.Equal(ErrorReason.UnknownIncident, unknown.Reason);
    }

    [Fact]
    public async Task The_log_proves_what_it_proved_before_and_holds_nothing_of_what_was_erased()
    {
        var secret = new SecretIncident("essex", "hidden");
        IReadOnlyList<Receipt> receipts = await SubmitAsync([.. secret.Updates]);
        LogCheckpoint before = await Service.Lead().Ledger.VerifyEntriesAsync(Cancel);
        long index = receipts[2].EntryIndex;
        GetReceiptResponse whole = await Service.Submitter("essex").Ledger.GetReceiptAsync(index, Cancel);

        RedactEntryResponse done = await RedactAsync("essex", index);
        LogCheckpoint after = await Service.Lead().Ledger.VerifyEntriesAsync(Cancel);
        Assert.True(after.Size > before.Size);
        GetReceiptResponse erased = await Service.Submitter("essex").Ledger.GetReceiptAsync(index, Cancel);
        Assert.Equal((whole.Proof.LeafText, done.EntryIndex), (erased.Proof.LeafText, erased.Proof.RedactedBy));
        Assert.True(erased.Proof.Salt.IsEmpty && erased.Proof.StoredBytes.IsEmpty);
        GetInclusionProofResponse proof = await Service.Lead().Ledger.GetInclusionProofAsync(index, before.Size, Cancel);
        Assert.Equal((whole.Proof.LeafText, before.Size), (proof.LeafText, proof.TreeSize));

        var everything = new ReadEntriesRequest { WantPayloads = true };
        List<LedgerEntry> entries = await AllAsync(Service.Client("admin").Ledger.ReadEntriesAsync(everything, Cancel));
        Assert.All(receipts, r => Assert.Equal(done.EntryIndex, entries[(int)r.EntryIndex].RedactedBy));
        Assert.All(entries, e => Assert.DoesNotContain("hidden", e.StoredBytes.ToStringUtf8(), StringComparison.Ordinal));
        Redaction said = Redaction.Parser.ParseFrom(entries[(int)done.EntryIndex].StoredBytes);
        Assert.Equal(
            (index, "the force granted it", "UK GDPR article 17", "a-registrar", 1, 1, secret.Updates.Count),
            (said.EntryIndex, said.Reason, said.LegalBasis, said.Actor, said.Part, said.Parts, said.Entries));
        Assert.Equal(receipts.Select(r => r.EntryIndex), said.Residues.Select(r => r.EntryIndex));

        LedgerEntry hidden = (await AllAsync(Service.Reader("kent").Ledger.ReadEntriesAsync(everything, Cancel)))[(int)done.EntryIndex];
        Assert.True(hidden.StoredBytes.IsEmpty);
    }

    [Fact]
    public async Task An_update_sent_again_is_acknowledged_and_brings_nothing_back()
    {
        var secret = new SecretIncident("surrey", "again");
        IReadOnlyList<Receipt> receipts = await SubmitAsync([.. secret.Updates]);
        RedactEntryResponse done = await RedactAsync("surrey", receipts[0].EntryIndex);

        // The client verifies every receipt, and what it says of the redaction.
        IIncidentClient sender = Service.Submitter("surrey").Incidents;
        SubmitIncidentResponse replay = await sender.SubmitAsync(secret.Updates[0], Cancel);
        Assert.Equal((receipts[0].EntryIndex, true, done.EntryIndex), (replay.Receipt.EntryIndex, replay.Receipt.Replayed, replay.Receipt.RedactedBy));
        Assert.Empty(replay.AllegedCrimes);
        BatchSubmitIncidentsResponse batch = await sender.SubmitBatchAsync(
            new BatchSubmitIncidentsRequest { Updates = { secret.Updates }, WantProofs = true, WantStandings = true }, Cancel);
        Assert.Equal(receipts.Select(r => (r.EntryIndex, true)), batch.Receipts.Select(r => (r.EntryIndex, r.Replayed)));
        Assert.All(batch.Receipts, r => Assert.Null(r.Standing));
        Assert.All(batch.Receipts, r => Assert.Equal(done.EntryIndex, r.Proof.RedactedBy));
        Assert.Equal(ErrorReason.UnknownIncident, (await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync("surrey", secret.Ref))).Reason);
    }

    [Fact]
    public async Task An_update_of_the_erased_reference_begins_another_incident()
    {
        var secret = new SecretIncident("sussex", "late");
        IReadOnlyList<Receipt> receipts = await SubmitAsync([.. secret.Updates]);
        await RedactAsync("sussex", receipts[0].EntryIndex);

        Receipt late = (await SubmitAsync(secret.Later(secret.Ref, "late-crime-9")))[0];
        GetIncidentResponse another = await ReadAsync("sussex", secret.Ref);
        Assert.Equal((IncidentStatus.AwaitingReport, 1), (another.Incident.Status, another.History.Count));
        Assert.Equal(late.EntryIndex, (await ListedAsync("sussex", late.EntryIndex)).FirstEntryIndex);
    }

    [Fact]
    public async Task What_is_told_while_it_is_erased_is_erased_with_it_or_begins_another_incident()
    {
        const int Told = 300;
        var secret = new SecretIncident("suffolk", "meanwhile");
        IReadOnlyList<Receipt> receipts = await SubmitAsync([.. secret.Updates]);
        Task<Receipt[]> telling = Task.WhenAll(Enumerable.Range(0, Told).Select(async i =>
            (await Service.Submitter("suffolk").Incidents.SubmitAsync(secret.Later(secret.Ref, $"meanwhile-late-{i}"), Cancel)).Receipt));
        RedactEntryResponse done = await RedactAsync("suffolk", receipts[0].EntryIndex);
        await telling;

        GetIncidentResponse erased = await ReadAsync("suffolk", (await ListedAsync("suffolk", receipts[0].EntryIndex)).Key.Ref);
        Assert.Equal(done.RedactedEntries, erased.History.Count);
        Assert.All(erased.History, h => Assert.Equal(done.EntryIndex, h.RedactedBy));
        int after = secret.Updates.Count + Told - done.RedactedEntries;
        Assert.Equal(after, after == 0 ? 0 : (await ReadAsync("suffolk", secret.Ref)).History.Count);
    }

    [Fact]
    public async Task What_is_told_under_the_token_can_be_erased_in_turn()
    {
        var secret = new SecretIncident("norfolk", "twice");
        IReadOnlyList<Receipt> receipts = await SubmitAsync([.. secret.Updates]);
        RedactEntryResponse first = await RedactAsync("norfolk", receipts[0].EntryIndex);
        IncidentSummary listed = await ListedAsync("norfolk", receipts[0].EntryIndex);
        Receipt more = (await SubmitAsync(secret.Later(listed.Key.Ref, "twice-crime-3")))[0];
        GetIncidentResponse between = await ReadAsync("norfolk", listed.Key.Ref);

        RedactEntryResponse second = await RedactAsync("norfolk", more.EntryIndex, "erase more");
        Assert.Equal((1, first.RedactedEntries), (second.RedactedEntries, secret.Updates.Count));
        GetIncidentResponse after = await ReadAsync("norfolk", listed.Key.Ref);
        Assert.Equal(Renamed.Of(between.Incident, "twice"), Renamed.Of(after.Incident, "twice"));
        Assert.Equal(second.EntryIndex, after.History[^1].RedactedBy);
        Assert.Subset(Renamed.TokensOf(after).ToHashSet(), Renamed.TokensOf(between).ToHashSet());
    }

    [Fact]
    public async Task A_watch_that_resumes_over_erased_entries_is_told_what_is_left_and_that_it_was_erased()
    {
        var secret = new SecretIncident("durham", "watched");
        await SubmitAsync(Told.Report("durham", "other"));
        IReadOnlyList<Receipt> receipts = await SubmitAsync([.. secret.Updates]);
        IIncidentClient reader = Service.Reader("durham").Incidents;
        var asked = new WatchIncidentsRequest { Force = "durham" };
        List<WatchIncidentsResponse> told = await Watched.UntilAsync(reader, asked, m => m.Entry?.EntryIndex == receipts[1].EntryIndex, Cancel);

        RedactEntryResponse done = await RedactAsync("durham", receipts[0].EntryIndex);
        await SubmitAsync(Told.Closed("durham", "other", Moments.Reported.AddDays(1)));
        asked.ResumeToken = told[^1].ResumeToken;
        List<WatchIncidentsResponse> resumed = await Watched.UntilCaughtUpAsync(reader, asked, Cancel);
        Assert.DoesNotContain("watched", string.Concat(resumed), StringComparison.Ordinal);
        WatchedEntry[] entries = [.. resumed.Entries()];
        Assert.Equal(receipts.Skip(2).Select(r => (r.EntryIndex, done.EntryIndex)), entries.SkipLast(1).Select(e => (e.EntryIndex, e.RedactedBy)));
        Assert.False(entries[^1].HasRedactedBy);
    }

    [Fact]
    public async Task A_watch_of_overdue_crimes_begins_anew_with_tokens()
    {
        await SubmitAsync(Told.Report("dorset", "open-urn", Told.Alleged("open-a1"), Told.Alleged("open-a2")));
        Receipt receipt = (await SubmitAsync(Told.Closed("dorset", "open-urn", Moments.Reported.AddDays(1))))[0];
        await using OverdueWatcher watcher = await OverdueWatcher.BeginAsync(Service.Reader("dorset"), "dorset", Cancel);
        Assert.Equal(["open-a1", "open-a2"], watcher.Listed);

        await RedactAsync("dorset", receipt.EntryIndex);
        await watcher.ReadListAsync();
        Assert.Equal(2, watcher.Listed.Count);
        Assert.All(watcher.Listed, r => Assert.StartsWith("redacted-", r, StringComparison.Ordinal));
    }

    private Task<RedactEntryResponse> RedactAsync(string force, long index, string requestId = "erase") =>
        Service.Registrar(force).Ledger.RedactEntryAsync(Renamed.Request(index, requestId), Cancel);

    /// <summary>Without what they were computed from, which the redaction itself changes.</summary>
    private async Task<GetAccountedForRateResponse[]> RatesAsync(string force)
    {
        var rates = new List<GetAccountedForRateResponse>();
        foreach (Breakdown breakdown in Enum.GetValues<Breakdown>())
        {
            GetAccountedForRateResponse rate = await Service.Reader(force).Rates.GetAccountedForAsync(force, breakdown, Cancel);
            rate.AsOf = null;
            rates.Add(rate);
        }

        return [.. rates];
    }

    private async Task<ListOverdueResponse> OverdueAsync(string force)
    {
        ListOverdueResponse page = await Service.Reader(force).Incidents.ListOverduePageAsync(new ListOverdueRequest { Force = force }, Cancel);
        page.AsOf = null;
        return page;
    }

    private async Task<IncidentSummary> ListedAsync(string force, long firstEntry) =>
        (await AllAsync(Service.Reader(force).Incidents.ListAsync(new ListIncidentsRequest { Force = force }, Cancel)))
        .Single(i => i.FirstEntryIndex == firstEntry);
}
