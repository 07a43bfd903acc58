using System.Collections.Concurrent;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Concurrency;

public abstract class ConcurrentSubmittersTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Submitters = 64;
    private const int UpdatesOfSubmitter = 15;
    private const int Streams = 4;
    private const int UpdatesOfStream = 500;
    private const int Incidents = 40;

    [Fact]
    public async Task Submitters_and_streams_at_once_get_dense_unique_indexes_and_incidents_see_their_entries()
    {
        await using TService busy = await EmptyServiceAsync();
        var told = new ConcurrentBag<(IncidentUpdate Update, Receipt Receipt)>();
        await Task.WhenAll(
        [
            .. Enumerable.Range(0, Submitters).Select(s => SubmitAllAsync(busy, s, told)),
            .. Enumerable.Range(0, Streams).Select(s => StreamAllAsync(busy, Submitters + s, told)),
        ]);

        const int Total = (Submitters * UpdatesOfSubmitter) + (Streams * UpdatesOfStream);
        (IncidentUpdate Update, Receipt Receipt)[] inOrder = [.. told.OrderBy(t => t.Receipt.EntryIndex)];
        Assert.Equal(Enumerable.Range(0, Total).Select(i => (long)i), inOrder.Select(t => t.Receipt.EntryIndex));
        Assert.DoesNotContain(inOrder, t => t.Receipt.Replayed);
        Assert.Equal(inOrder.Select(t => t.Receipt.AcceptedTime).Order(), inOrder.Select(t => t.Receipt.AcceptedTime));
        Assert.Equal(Total, await EntriesAsync(busy));
        foreach (var incident in inOrder.GroupBy(t => t.Update.Incident.Ref))
        {
            GetIncidentResponse read = await busy.Submitter("kent").Incidents.GetAsync("kent", Told.Command, incident.Key, Cancel);
            Assert.Equal(incident.Select(t => (t.Receipt.EntryIndex, t.Update)), read.History.Select(h => (h.EntryIndex, h.Update)));
        }
    }

    [Fact]
    public async Task The_same_update_from_many_at_once_is_stored_once()
    {
        IncidentUpdate update = Told.Report("essex", "many-at-once");
        SubmitIncidentResponse[] answers = await Task.WhenAll(
            Enumerable.Range(0, Submitters).Select(_ => Service.Submitter("essex").Incidents.SubmitAsync(update.Clone(), Cancel)));
        Assert.Single(answers, a => !a.Receipt.Replayed);
        Assert.Single(answers.Select(a => (a.Receipt.EntryIndex, a.Receipt.AcceptedTime)).Distinct());
        Assert.Single((await ReadAsync("essex", "many-at-once")).History);
    }

    [Fact]
    public async Task Of_different_updates_under_one_request_id_at_once_one_is_stored()
    {
        IncidentUpdate[] updates = [.. Enumerable.Range(0, Submitters).Select(i =>
        {
            IncidentUpdate update = Told.Report("dorset", "one-of-many", Moments.Reported, $"code-{i}");
            update.Sender.RequestId = "one-for-all";
            return update;
        })];
        bool[] taken = await Task.WhenAll(updates.Select(TakenAsync));
        int only = Assert.Single(Enumerable.Range(0, Submitters), i => taken[i]);
        Assert.Equal($"code-{only}", (await ReadAsync("dorset", "one-of-many")).Incident.OpeningCode);
    }

    private async Task<bool> TakenAsync(IncidentUpdate update)
    {
        try
        {
            await Service.Submitter("dorset").Incidents.SubmitAsync(update, Cancel);
            return true;
        }
        catch (RequestIdReusedException)
        {
            return false;
        }
    }

    private static async Task SubmitAllAsync(TService service, int submitter, ConcurrentBag<(IncidentUpdate, Receipt)> told)
    {
        for (int i = 0; i < UpdatesOfSubmitter; i++)
        {
            IncidentUpdate update = Of(submitter, i);
            told.Add((update, (await service.Submitter("kent").Incidents.SubmitAsync(update, Cancel)).Receipt));
        }
    }

    private static async Task StreamAllAsync(TService service, int submitter, ConcurrentBag<(IncidentUpdate, Receipt)> told)
    {
        await using IncidentWriter writer = service.Submitter("kent").Incidents.OpenWriter(new IncidentWriterOptions { MaxBatch = 20 });
        await Task.WhenAll(Enumerable.Range(0, UpdatesOfStream).Select(async i =>
        {
            IncidentUpdate update = Of(submitter, i);
            told.Add((update, await writer.SubmitAsync(update, Cancel)));
        }));
    }

    private static IncidentUpdate Of(int submitter, int number)
    {
        IncidentUpdate update = Told.Closed("kent", $"r{((submitter * 7) + number) % Incidents}", Moments.Reported.AddMinutes(number));
        update.Sender.RequestId = $"{submitter}-{number}";
        return update;
    }
}
