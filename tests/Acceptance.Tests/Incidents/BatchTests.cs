using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Incidents;

public abstract class BatchTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Largest = 1_000;

    [Fact]
    public async Task A_batch_has_a_receipt_for_each_update_in_its_order_and_again_the_same_ones()
    {
        IncidentUpdate[] updates = Reports("kent", 100);
        BatchSubmitIncidentsResponse first = await Service.Submitter("kent").Incidents.SubmitBatchAsync(updates, Cancel);
        BatchSubmitIncidentsResponse again = await Service.Submitter("kent").Incidents.SubmitBatchAsync(updates, Cancel);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => first.Receipts[0].EntryIndex + i), first.Receipts.Select(r => r.EntryIndex));
        Assert.Equal(first.Receipts.Select(r => (r.EntryIndex, r.AcceptedTime)), again.Receipts.Select(r => (r.EntryIndex, r.AcceptedTime)));
        Assert.All(again.Receipts, r => Assert.True(r.Replayed));
        Assert.Equal(first.Receipts[42].EntryIndex, (await ReadAsync("kent", "r42")).History[0].EntryIndex);
    }

    [Fact]
    public async Task Asked_for_a_receipt_says_how_the_incident_stands_after_the_batch()
    {
        DateTimeOffset now = Service.Clock.GetUtcNow();
        var batch = new BatchSubmitIncidentsRequest
        {
            WantStandings = true,
            Updates =
            {
                Told.Report("suffolk", "r1", now.AddHours(-30), "domestic-incident"),
                Told.Crime("suffolk", "r2", "c1", now),
                IncidentUpdates.Of(
                    "suffolk", Told.Command, "r1", EventTimes.Instant(now),
                    u => u.CrimeNotRecorded = new CrimeNotRecorded { AllegedRefs = { "a-1" }, Reason = NotRecordedReason.Duplicate }),
            },
        };
        BatchSubmitIncidentsResponse answer = await Service.Submitter("suffolk").Incidents.SubmitBatchAsync(batch, Cancel);
        IncidentStanding standing = answer.Receipts[0].Standing;
        Assert.True(Assert.Single(standing.PresumedCrimes).Overdue);
        Assert.Contains(standing.Breaches, b => b.Rule == "report-unanswered");
        Assert.Equal(["a-1"], standing.UnmatchedAllegedRefs);
        Assert.Equal(standing, answer.Receipts[2].Standing);
        Assert.Empty(answer.Receipts[1].Standing.PresumedCrimes);
        batch.WantStandings = false;
        Assert.All((await Service.Submitter("suffolk").Incidents.SubmitBatchAsync(batch, Cancel)).Receipts, r => Assert.Null(r.Standing));
    }

    [Fact]
    public async Task One_wrong_field_refuses_the_whole_batch()
    {
        IncidentUpdate[] updates = Reports("essex", 500);
        updates[333] = Told.Crime("essex", "r1", "c1", Moments.Reported, Codes.Unlisted);
        InvalidRequestException refused = await RefusedAsync("essex", updates);
        Assert.Equal(["updates[333].crime_recorded.offence.code"], refused.Violations.Select(v => v.Field));
        Assert.Empty(await AllAsync(Service.Submitter("essex").Incidents.ListAsync("essex", Cancel)));
    }

    [Fact]
    public async Task Everything_wrong_in_a_batch_is_named_with_its_path()
    {
        IncidentUpdate[] updates = Reports("dorset", 12);
        updates[3] = Told.Crime("dorset", "r1", "c1", Moments.Reported, Codes.Unlisted);
        updates[5].Opened.ReportedTime = null;
        updates[5].SourceSequence = -1;
        updates[7].EventTime = EventTimes.Instant(Moments.Now.AddDays(400));
        updates[8].Sender.RequestId = "";
        updates[9].Opened.AllegedCrimes.Add([Told.Alleged("a"), Told.Alleged("a"), Told.Alleged("", Codes.Unlisted), Told.Alleged("presumed:rape")]);
        updates[10].ClearChange();
        updates[11].Opened.Qualifiers.Add(["domestic-abuse", "Not A Tag"]);

        InvalidRequestException refused = await RefusedAsync("dorset", updates);
        Assert.Equal(ErrorReason.InvalidFields, refused.Reason);
        Assert.Equal(
            [
                "updates[10].change",
                "updates[11].opened.qualifiers[1]",
                "updates[3].crime_recorded.offence.code",
                "updates[5].opened.reported_time",
                "updates[5].source_sequence",
                "updates[7].event_time.time",
                "updates[8].sender.request_id",
                "updates[9].opened.alleged_crimes[1]",
                "updates[9].opened.alleged_crimes[2].alleged_ref",
                "updates[9].opened.alleged_crimes[2].offence.code",
                "updates[9].opened.alleged_crimes[3].alleged_ref",
            ],
            refused.Violations.Select(v => v.Field).Order(StringComparer.Ordinal));
        Assert.Empty(await AllAsync(Service.Submitter("dorset").Incidents.ListAsync("dorset", Cancel)));
    }

    [Fact]
    public async Task A_batch_with_very_much_wrong_is_still_refused_as_invalid()
    {
        IncidentUpdate[] updates = Reports("cheshire", Largest);
        foreach (IncidentUpdate update in updates)
        {
            update.Opened.AllegedCrimes.Add(Told.Alleged("a1", Codes.Unlisted));
        }

        InvalidRequestException refused = await RefusedAsync("cheshire", updates);
        Assert.Equal(ErrorReason.InvalidFields, refused.Reason);
        Assert.Equal("updates[0].opened.alleged_crimes[0].offence.code", refused.Violations[0].Field);
    }

    [Fact]
    public async Task A_batch_with_a_request_id_used_before_is_refused_whole()
    {
        IncidentUpdate[] updates = Reports("gwent", 10);
        await SubmitAsync(updates[6]);
        IncidentUpdate other = updates[6].Clone();
        other.Opened.OpeningCode = "changed";
        updates[6] = other;

        await Assert.ThrowsAsync<RequestIdReusedException>(() => Service.Submitter("gwent").Incidents.SubmitBatchAsync(updates, Cancel));
        IncidentSummary only = Assert.Single(await AllAsync(Service.Submitter("gwent").Incidents.ListAsync("gwent", Cancel)));
        Assert.Equal(("r6", ""), (only.Key.Ref, only.OpeningCode));
    }

    [Fact]
    public async Task A_batch_that_reuses_an_id_of_its_own_is_refused_whole_and_one_that_repeats_itself_is_not()
    {
        IncidentUpdate[] updates = Reports("surrey", 4);
        IncidentUpdate other = updates[0].Clone();
        other.Opened.Area = "elsewhere";
        await Assert.ThrowsAsync<RequestIdReusedException>(
            () => Service.Submitter("surrey").Incidents.SubmitBatchAsync([.. updates, other], Cancel));
        Assert.Empty(await AllAsync(Service.Submitter("surrey").Incidents.ListAsync("surrey", Cancel)));

        BatchSubmitIncidentsResponse taken =
            await Service.Submitter("surrey").Incidents.SubmitBatchAsync([.. updates, updates[1].Clone()], Cancel);
        Assert.Equal((taken.Receipts[1].EntryIndex, true), (taken.Receipts[4].EntryIndex, taken.Receipts[4].Replayed));
        Assert.Single((await ReadAsync("surrey", "r1")).History);
    }

    [Fact]
    public async Task A_batch_has_one_to_a_thousand_updates()
    {
        InvalidRequestException refused = await RefusedAsync("kent", []);
        Assert.Equal(["updates"], refused.Violations.Select(v => v.Field));
        refused = await RefusedAsync("kent", Reports("kent", Largest + 1));
        Assert.Equal(ErrorReason.OverLimit, refused.Reason);
        Assert.Contains("1000", refused.Message, StringComparison.Ordinal);

        BatchSubmitIncidentsResponse taken =
            await Service.Submitter("durham").Incidents.SubmitBatchAsync(Reports("durham", Largest), Cancel);
        Assert.Equal(Largest, taken.Receipts.Select(r => r.EntryIndex).Distinct().Count());
    }

    private static IncidentUpdate[] Reports(string force, int number) =>
        [.. Enumerable.Range(0, number).Select(i => Told.Report(force, $"r{i}"))];

    private Task<InvalidRequestException> RefusedAsync(string force, IncidentUpdate[] updates) =>
        Assert.ThrowsAsync<InvalidRequestException>(() => Service.Submitter(force).Incidents.SubmitBatchAsync(updates, Cancel));
}
