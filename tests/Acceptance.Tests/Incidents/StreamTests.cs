using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Incidents;

public abstract class StreamTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Updates = 6_000;
    private const int BadEvery = 97;

    [Fact]
    public async Task In_a_long_stream_every_good_update_is_durable_once_and_every_bad_one_is_told()
    {
        await using TService empty = await EmptyServiceAsync();
        IncidentUpdate[] updates = [.. Enumerable.Range(0, Updates).Select(i => Told.Report("kent", $"r{i}"))];
        int[] bad = [.. Enumerable.Range(0, Updates).Where(i => i % BadEvery == BadEvery - 1)];
        foreach (int i in bad)
        {
            updates[i].EventTime = null;
            updates[i].Opened.AllegedCrimes.Add(Told.Alleged("a1", Codes.Unlisted));
        }

        (List<RejectedUpdate> rejected, WriterProgress progress) = await StreamAsync(empty, updates);
        Assert.Equal(bad.Select(i => i + 1L), rejected.Select(r => r.Number));
        Assert.All(rejected, r => Assert.Equal(
            ["update.event_time", "update.opened.alleged_crimes[0].offence.code"], r.Error.Violations.Select(v => v.Field)));
        Assert.Equal(new WriterProgress(Updates, Updates, Updates - bad.Length, 0, bad.Length), progress);

        Assert.Equal(Updates - bad.Length, await EntriesAsync(empty));
        List<IncidentSummary> listed = await AllAsync(empty.Submitter("kent").Incidents.ListAsync(
            new ListIncidentsRequest { Force = "kent", PageSize = 1_000 }, Cancel));
        Assert.Equal(
            Enumerable.Range(0, Updates).Except(bad).Select(i => $"r{i}").Order(StringComparer.Ordinal),
            listed.Select(i => i.Key.Ref).Order(StringComparer.Ordinal));

        (rejected, progress) = await StreamAsync(empty, updates);
        Assert.Equal((bad.Length, progress.Accepted), (rejected.Count, progress.Replayed));
        Assert.Equal(Updates - bad.Length, await EntriesAsync(empty));
    }

    [Fact]
    public async Task A_writer_that_asks_is_told_how_each_incident_stands()
    {
        await using IncidentWriter writer = Service.Submitter("suffolk").Incidents.OpenWriter(new IncidentWriterOptions { WantStandings = true });
        DateTimeOffset reported = Service.Clock.GetUtcNow();
        Receipt receipt = await writer.SubmitAsync(Told.Report("suffolk", "r1", reported, "rape"), Cancel);
        AllegedCrimeState presumed = Assert.Single(receipt.Standing.PresumedCrimes);
        Assert.Equal(reported.AddHours(24), presumed.Deadline.ToDateTimeOffset());
        receipt = await writer.SubmitAsync(Told.Crime("suffolk", "r1", "c1", reported, Codes.AdultRape), Cancel);
        Assert.Equal(AllegedCrimeAnswer.Recorded, Assert.Single(receipt.Standing.PresumedCrimes).Answer);
    }

    [Fact]
    public async Task An_item_of_a_stream_gets_what_the_unary_call_would_answer_and_the_stream_goes_on()
    {
        IncidentUpdate first = Told.Report("essex", "first");
        IncidentUpdate reuse = first.Clone();
        reuse.Opened.Area = "elsewhere";
        await using IncidentWriter writer = Service.Submitter("essex").Incidents.OpenWriter();

        Receipt receipt = await writer.SubmitAsync(first, Cancel);
        Assert.False(receipt.Replayed);
        await Assert.ThrowsAsync<RequestIdReusedException>(() => writer.SubmitAsync(reuse, Cancel));
        Assert.Equal(
            ErrorReason.ForceNotPermitted,
            (await Assert.ThrowsAsync<PermissionException>(() => writer.SubmitAsync(Told.Report("kent", "foreign"), Cancel))).Reason);
        Assert.Equal(
            ErrorReason.UnknownForce,
            (await Assert.ThrowsAsync<NotFoundException>(() => writer.SubmitAsync(Told.Report("atlantis", "nowhere"), Cancel))).Reason);
        InvalidRequestException wrong = await Assert.ThrowsAsync<InvalidRequestException>(
            () => writer.SubmitAsync(Told.Crime("essex", "first", "c1", Moments.Reported, Codes.Unlisted), Cancel));
        Assert.Equal(["update.crime_recorded.offence.code"], wrong.Violations.Select(v => v.Field));

        Receipt again = await writer.SubmitAsync(first.Clone(), Cancel);
        Assert.Equal((receipt.EntryIndex, receipt.AcceptedTime, true), (again.EntryIndex, again.AcceptedTime, again.Replayed));
        Receipt last = await writer.SubmitAsync(Told.Closed("essex", "first", Moments.Reported.AddHours(1)), Cancel);
        Assert.Equal([receipt.EntryIndex, last.EntryIndex], (await ReadAsync("essex", "first")).History.Select(h => h.EntryIndex));
    }

    [Fact]
    public async Task Updates_written_around_a_bad_one_are_readable_once_flushed()
    {
        await using IncidentWriter writer = Service.Submitter("surrey").Incidents.OpenWriter();
        await writer.WriteAsync(Told.Report("surrey", "before"), Cancel);
        await writer.WriteAsync(new IncidentUpdate(), Cancel);
        await writer.WriteAsync(Told.Report("surrey", "after"), Cancel);

        UpdatesRejectedException rejected = await Assert.ThrowsAsync<UpdatesRejectedException>(() => writer.FlushAsync(Cancel));
        Assert.Equal(2, Assert.Single(rejected.Rejected).Number);
        Assert.Single((await ReadAsync("surrey", "before")).History);
        Assert.Single((await ReadAsync("surrey", "after")).History);
    }

    private static async Task<(List<RejectedUpdate> Rejected, WriterProgress Progress)> StreamAsync(TService service, IncidentUpdate[] updates)
    {
        var rejected = new List<RejectedUpdate>();
        var options = new IncidentWriterOptions { MaxBatch = 50, OnRejected = rejected.Add };
        IncidentWriter writer = service.Submitter("kent").Incidents.OpenWriter(options);
        await using (writer)
        {
            foreach (IncidentUpdate update in updates)
            {
                await writer.WriteAsync(update, Cancel);
            }

            await writer.FlushAsync(Cancel);
            return (rejected, writer.Progress);
        }
    }
}
