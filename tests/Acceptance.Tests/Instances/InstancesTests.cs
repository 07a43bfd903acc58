using System.Collections.Concurrent;
using System.Diagnostics;
using Acceptance.Tests.Ledger;
using Acceptance.Tests.Overdue;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Instances;

public abstract class InstancesTests<TGroup> : IClassFixture<TGroup>
    where TGroup : InstanceGroup, new()
{
    private const int Streamed = 300;
    private const int Submitted = 30;
    private const int Incidents = 40;
    private const int UnderLoad = 15;

    private readonly TGroup group;

    protected InstancesTests(TGroup group)
    {
        Assert.SkipWhen(group.Missing is not null, group.Missing ?? "");
        this.group = group;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writers_through_all_instances_get_dense_unique_indexes_and_incidents_see_every_entry()
    {
        long before = await EntriesAsync(group, 0);
        var told = new ConcurrentBag<(IncidentUpdate Update, Receipt Receipt)>();
        await Task.WhenAll(Enumerable.Range(0, InstanceGroup.Count).SelectMany(
            i => new[] { StreamAsync(i, told), SubmitAsync(i, told) }));

        const int Total = InstanceGroup.Count * (Streamed + Submitted);
        (IncidentUpdate Update, Receipt Receipt)[] inOrder = [.. told.OrderBy(t => t.Receipt.EntryIndex)];
        Assert.Equal(Enumerable.Range(0, Total).Select(i => before + i), inOrder.Select(t => t.Receipt.EntryIndex));
        Assert.DoesNotContain(inOrder, t => t.Receipt.Replayed);
        Assert.Equal(inOrder.Select(t => t.Receipt.AcceptedTime).Order(), inOrder.Select(t => t.Receipt.AcceptedTime));
        await AssertHistoriesAsync(group, inOrder);
        await AssertOneTreeAsync(group);
    }

    [Fact]
    public async Task While_two_instances_are_kept_busy_by_streams_calls_through_the_third_are_all_answered()
    {
        using var enough = new CancellationTokenSource();
        Task<long>[] busy = [SaturateAsync(0, enough.Token), SaturateAsync(1, enough.Token)];
        var indexes = new List<long>();
        try
        {
            for (int i = 0; i < UnderLoad; i++)
            {
                // Bounded by its deadline, and not sent again: an instance that is shut out would fail here.
                IncidentUpdate update = Told.Report("kent", $"under-load-{i}");
                indexes.Add((await group.Client(2).Incidents.SubmitAsync(update, Cancel)).Receipt.EntryIndex);
            }
        }
        finally
        {
            // Streams that went on would keep the instances from answering the other tests.
            await enough.CancelAsync();
        }

        long[] streamed = await Task.WhenAll(busy);
        Assert.All(streamed, written => Assert.InRange(written, 1_000, long.MaxValue));
        Assert.Equal(indexes.Order(), indexes);
        // Each waited its turn among those of the others; had they stood idle, the indexes would follow one another.
        Assert.InRange(indexes[^1] - indexes[0], UnderLoad, long.MaxValue);
    }

    [Fact]
    public async Task What_one_instance_acknowledged_the_others_read_at_once_and_answer_as_a_replay()
    {
        for (int by = 0; by < InstanceGroup.Count; by++)
        {
            IncidentUpdate update = Told.Report("kent", $"seen-{by}", Told.Alleged("a1"));
            Receipt receipt = (await group.Client(by).Incidents.SubmitAsync(update, Cancel)).Receipt;
            for (int other = 0; other < InstanceGroup.Count; other++)
            {
                GetIncidentResponse read = await group.Client(other).Incidents.GetAsync("kent", Told.Command, $"seen-{by}", Cancel);
                Assert.Equal(receipt.EntryIndex, Assert.Single(read.History).EntryIndex);
                Assert.InRange(read.AsOf.TreeSize, receipt.EntryIndex + 1, long.MaxValue);
                AssertReplayOf(receipt, (await group.Client(other).Incidents.SubmitAsync(update, Cancel)).Receipt);
            }
        }
    }

    [Fact]
    public async Task Live_rates_of_every_instance_follow_what_the_others_write()
    {
        long before = (await RateAsync(0)).Counts.Alleged;
        for (int by = 0; by < InstanceGroup.Count; by++)
        {
            await group.Client(by).Incidents.SubmitAsync(Told.Report("kent", $"counted-{by}", Told.Alleged("a1")), Cancel);
            for (int other = 0; other < InstanceGroup.Count; other++)
            {
                Assert.Equal(before + by + 1, (await RateAsync(other)).Counts.Alleged);
            }
        }

        async Task<AccountedForRow> RateAsync(int instance) =>
            (await group.Client(instance).Rates.GetAccountedForAsync("kent", cancellationToken: Cancel)).Total;
    }

    [Fact]
    public async Task What_one_instance_commits_a_watch_through_another_tells()
    {
        Receipt? receipt = null;
        var since = new Stopwatch();
        await foreach (WatchIncidentsResponse message in group.Client(1).Incidents.WatchAsync(
            new WatchIncidentsRequest { Force = "kent", Start = WatchStart.Now }, cancellationToken: Cancel))
        {
            if (message.CaughtUp is not null)
            {
                receipt = (await group.Client(0).Incidents.SubmitAsync(Told.Report("kent", "watched"), Cancel)).Receipt;
                since.Start();
            }
            else if (message.Entry?.Update.Incident.Ref == "watched")
            {
                Assert.Equal(receipt!.EntryIndex, message.Entry.EntryIndex);
                break;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"told after {since.Elapsed.TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task What_one_instance_commits_a_watch_of_overdue_crimes_through_another_tells()
    {
        await using OverdueWatcher watcher = await OverdueWatcher.BeginAsync(group.Client(1), "kent", Cancel);
        var since = Stopwatch.StartNew();
        await group.Client(0).Incidents.SubmitAsync(Told.Report("kent", "overdue", Told.Alleged("told-elsewhere")), Cancel);
        string news;
        do
        {
            news = await watcher.NewsAsync();
        }
        while (news != "listed told-elsewhere");
        TestContext.Current.TestOutputHelper?.WriteLine($"told after {since.Elapsed.TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task When_an_instance_dies_in_the_middle_of_a_stream_nothing_acknowledged_is_lost_and_another_takes_the_rest()
    {
        await using var dying = new TGroup();
        await dying.InitializeAsync();
        IncidentUpdate[] updates = [.. Enumerable.Range(0, 3_000).Select(i => Update(0, i))];
        Dictionary<IncidentUpdate, Receipt> acknowledged = await StreamUntilKilledAsync(dying, updates);
        Assert.InRange(acknowledged.Count, 1, updates.Length - 1);

        await using IncidentWriter writer = dying.Client(1).Incidents.OpenWriter();
        Receipt[] receipts = await Task.WhenAll(updates.Select(u => writer.SubmitAsync(u, Cancel)));
        (IncidentUpdate Update, Receipt Receipt)[] told = [.. updates.Zip(receipts)];
        Assert.All(told, t =>
        {
            if (acknowledged.TryGetValue(t.Update, out Receipt? first))
            {
                AssertReplayOf(first, t.Receipt);
            }
        });
        Assert.Contains(told, t => !t.Receipt.Replayed);
        Assert.Equal(Enumerable.Range(0, updates.Length).Select(i => (long)i), receipts.Select(r => r.EntryIndex).Order());
        Assert.Equal(updates.Length, await EntriesAsync(dying, 2));
        await AssertHistoriesAsync(dying, [.. told.OrderBy(t => t.Receipt.EntryIndex)]);
    }

    /// <summary>Streams through the first instance and kills it once some are acknowledged and others are on the way.</summary>
    private static async Task<Dictionary<IncidentUpdate, Receipt>> StreamUntilKilledAsync(TGroup dying, IncidentUpdate[] updates)
    {
        var some = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new IncidentWriterOptions
        {
            MaxBatch = 20,
            OnProgress = progress =>
            {
                if (progress.DurableThrough >= 100)
                {
                    some.TrySetResult();
                }
            },
        };
        await using IncidentWriter writer = dying.Client(0).Incidents.OpenWriter(options);
        Task<Receipt>[] written = [.. updates.Select(u => writer.SubmitAsync(u, Cancel))];
        await some.Task.WaitAsync(Cancel);
        await dying.KillAsync(0);
        writer.Abort();
        await Task.WhenAll(written).ContinueWith(_ => { }, Cancel, TaskContinuationOptions.None, TaskScheduler.Default);
        var acknowledged = new Dictionary<IncidentUpdate, Receipt>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < updates.Length; i++)
        {
            if (written[i].IsCompletedSuccessfully)
            {
                acknowledged.Add(updates[i], await written[i]);
            }
        }

        return acknowledged;
    }

    private async Task StreamAsync(int instance, ConcurrentBag<(IncidentUpdate, Receipt)> told)
    {
        await using IncidentWriter writer = group.Client(instance).Incidents.OpenWriter(new IncidentWriterOptions { MaxBatch = 20 });
        await Task.WhenAll(Enumerable.Range(0, Streamed).Select(async i =>
        {
            IncidentUpdate update = Update(instance, i);
            told.Add((update, await writer.SubmitAsync(update, Cancel)));
        }));
    }

    private async Task SubmitAsync(int instance, ConcurrentBag<(IncidentUpdate, Receipt)> told)
    {
        for (int i = Streamed; i < Streamed + Submitted; i++)
        {
            IncidentUpdate update = Update(instance, i);
            told.Add((update, (await group.Client(instance).Incidents.SubmitAsync(update, Cancel)).Receipt));
        }
    }

    /// <summary>Streams as fast as an instance takes it until there is enough.</summary>
    /// <returns>How many were written.</returns>
    private async Task<long> SaturateAsync(int instance, CancellationToken enough)
    {
        await using IncidentWriter writer = group.Client(instance).Incidents.OpenWriter();
        for (int i = 0; !enough.IsCancellationRequested; i++)
        {
            await writer.WriteAsync(Told.Report("kent", $"busy-{instance}-{i}"), Cancel);
        }

        await writer.FlushAsync(Cancel);
        return writer.DurableThrough;
    }

    private static async Task AssertHistoriesAsync(TGroup group, (IncidentUpdate Update, Receipt Receipt)[] inOrder)
    {
        foreach (var incident in inOrder.GroupBy(t => t.Update.Incident.Ref))
        {
            GetIncidentResponse read = await group.Client(2).Incidents.GetAsync("kent", Told.Command, incident.Key, Cancel);
            Assert.Equal(incident.Select(t => (t.Receipt.EntryIndex, t.Update)), read.History.Select(h => (h.EntryIndex, h.Update)));
        }
    }

    /// <summary>Whichever instance signed it, the latest checkpoint is of the entries that any instance reads.</summary>
    private static async Task AssertOneTreeAsync(TGroup group)
    {
        GetCheckpointResponse checkpoint = await group.Client(0).Ledger.GetCheckpointAsync(Cancel);
        var leaves = new List<byte[]>();
        await foreach (LedgerEntry entry in group.Client(1).Ledger.ReadEntriesAsync(cancellationToken: Cancel))
        {
            leaves.Add(entry.LeafText.ToByteArray());
        }

        Assert.Equal(leaves.Count, checkpoint.TreeSize);
        Assert.Equal(PlainVerifier.Root([.. leaves]), checkpoint.RootHash.ToByteArray());
    }

    private static void AssertReplayOf(Receipt first, Receipt again) =>
        Assert.Equal((first.EntryIndex, first.AcceptedTime, true), (again.EntryIndex, again.AcceptedTime, again.Replayed));

    private static async Task<long> EntriesAsync(TGroup group, int instance) =>
        (await group.Client(instance).Rates.GetAccountedForAsync("kent", cancellationToken: Cancel)).AsOf.TreeSize;

    private static IncidentUpdate Update(int instance, int number)
    {
        IncidentUpdate update = Told.Closed("kent", $"r{((instance * 7) + number) % Incidents}", Moments.Reported.AddMinutes(number));
        update.Sender.RequestId = $"{instance}-{number}";
        return update;
    }
}
