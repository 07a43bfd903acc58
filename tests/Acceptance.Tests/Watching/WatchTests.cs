using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Watching;

public abstract class WatchTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_watch_tells_what_is_there_in_the_order_of_the_log_then_that_it_caught_up_then_what_comes()
    {
        await using TService own = await EmptyServiceAsync();
        await TellStoryAsync(own);
        IIncidentClient kent = own.Reader("kent").Incidents;
        var messages = new List<WatchIncidentsResponse>();
        await foreach (WatchIncidentsResponse message in kent.WatchAsync("kent", cancellationToken: Cancel))
        {
            messages.Add(message);
            if (message.CaughtUp is not null)
            {
                await SubmitAsync(own, Told.Report("surrey", "s2"), Told.Closed("kent", "r2", Moments.Reported.AddHours(3)));
            }
            else if (message.Entry?.EntryIndex == 7)
            {
                break;
            }
        }

        Assert.Equal([0L, 1, 3, 4, 5, -1, 7], messages.Select(m => m.Entry?.EntryIndex ?? -1));
        Assert.Equal(6, messages[5].CaughtUp.TreeSize);
        Assert.All(messages.Entries(), e => Assert.Equal("kent", e.Update.Sender.Force));
        GetIncidentResponse r1 = await kent.GetAsync("kent", Told.Command, "r1", Cancel);
        Assert.Equal(
            r1.History.Select(h => (h.EntryIndex, h.AcceptedTime, h.Update)),
            messages.Entries().Where(e => e.Update.Incident.Ref == "r1").Select(e => (e.EntryIndex, e.AcceptedTime, e.Update)));
    }

    [Fact]
    public async Task Each_entry_carries_the_incident_as_the_entries_up_to_it_have_it()
    {
        await using TService own = await EmptyServiceAsync();
        await TellStoryAsync(own);
        List<WatchIncidentsResponse> messages = await CatchUpAsync(own, new() { Force = "kent" });
        Assert.Equal(
            [
                (0, IncidentStatus.Open, 1, 1, 0, 0L),
                (1, IncidentStatus.AwaitingReport, 0, 0, 1, 1L),
                (3, IncidentStatus.Open, 1, 0, 1, 0L),
                (4, IncidentStatus.Closed, 1, 0, 1, 0L),
                (5, IncidentStatus.Open, 0, 0, 1, 1L),
            ],
            messages.Entries().Select(e => (
                (int)e.EntryIndex, e.Incident.Status, e.Incident.AllegedCrimes, e.Incident.OpenAllegedCrimes, e.Incident.CrimeRecords, e.Incident.FirstEntryIndex)));
        Dictionary<string, IncidentSummary> listed = (await AllAsync(own.Reader("kent").Incidents.ListAsync("kent", Cancel)))
            .ToDictionary(i => i.Key.Ref);
        Assert.All(
            messages.Entries().GroupBy(e => e.Incident.Key.Ref),
            incident => Assert.Equal(listed[incident.Key], incident.Last().Incident));
    }

    [Fact]
    public async Task From_the_token_of_any_message_a_watch_goes_on_right_after_that_message()
    {
        await using TService own = await EmptyServiceAsync();
        await TellStoryAsync(own);
        var request = new WatchIncidentsRequest { Force = "kent" };
        List<WatchIncidentsResponse> all = await CatchUpAsync(own, request);
        Assert.Equal(6, all.Count);
        for (int i = 0; i < all.Count; i++)
        {
            List<WatchIncidentsResponse> rest = await CatchUpAsync(own, new(request) { ResumeToken = all[i].ResumeToken });
            Assert.Equal(all.Skip(i + 1).Entries(), rest.Entries());
            Assert.Equal(all[^1].CaughtUp, rest[^1].CaughtUp);
        }
    }

    [Fact]
    public async Task From_now_on_a_watch_tells_nothing_that_was_there_before()
    {
        await SubmitAsync(Told.Report("dorset", "before"));
        var indexes = new List<string>();
        await foreach (WatchIncidentsResponse message in Service.Submitter("dorset").Incidents.WatchAsync(
            new() { Force = "dorset", Start = WatchStart.Now }, cancellationToken: Cancel))
        {
            indexes.Add(message.Entry?.Update.Incident.Ref ?? message.EventCase.ToString());
            if (message.CaughtUp is not null)
            {
                await SubmitAsync(Told.Report("dorset", "after"));
            }
            else if (message.Entry is not null)
            {
                break;
            }
        }

        Assert.Equal(["CaughtUp", "after"], indexes);
    }

    [Fact]
    public async Task A_watch_without_a_force_tells_of_all_and_leaves_out_what_is_no_update()
    {
        await using TService own = await EmptyServiceAsync();
        await TellStoryAsync(own);
        Assert.Equal([0L, 1, 2, 3, 4, 5], (await Watched.UntilCaughtUpAsync(own.Lead().Incidents, new(), Cancel)).Indexes());
    }

    [Fact]
    public async Task More_updates_than_a_page_holds_come_each_once_and_in_order_of_one_force_and_of_all()
    {
        await using var own = new TService { Settings = new Dictionary<string, string?> { ["CrimeAudit:Watching:PageSize"] = "7" } };
        await own.InitializeAsync();
        // Three systems of a force, in turns, and another force in between.
        foreach (int i in Enumerable.Range(0, 40))
        {
            await SubmitAsync(
                own,
                Told.Report("kent", $"r{i}"),
                Told.Crime("kent", $"r{i}", $"c{i}", Moments.Reported.AddHours(1)),
                Told.Report("surrey", $"s{i}"));
        }

        List<WatchIncidentsResponse> kent = await CatchUpAsync(own, new() { Force = "kent" });
        Assert.Equal(Enumerable.Range(0, 120).Where(i => i % 3 != 2).Select(i => (long)i), kent.Indexes());
        List<WatchIncidentsResponse> all = await Watched.UntilCaughtUpAsync(own.Lead().Incidents, new(), Cancel);
        Assert.Equal(Enumerable.Range(0, 120).Select(i => (long)i), all.Indexes());
    }

    private static Task<List<WatchIncidentsResponse>> CatchUpAsync(TService own, WatchIncidentsRequest request) =>
        Watched.UntilCaughtUpAsync(own.Reader(request.Force).Incidents, request, Cancel);

    // A crime that is recorded before its report is told, and a force in between.
    private static Task<IReadOnlyList<Receipt>> TellStoryAsync(TService own) => SubmitAsync(
        own,
        Told.Report("kent", "r1", Told.Alleged("a1")),
        Told.Crime("kent", "r2", "c2", Moments.Reported.AddHours(1)),
        Told.Report("surrey", "s1"),
        Told.Crime("kent", "r1", "c1", Moments.Reported.AddHours(1), Codes.Violence, "a1"),
        Told.Closed("kent", "r1", Moments.Reported.AddHours(2)),
        Told.Report("kent", "r2"));
}
