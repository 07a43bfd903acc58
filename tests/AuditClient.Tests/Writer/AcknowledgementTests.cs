namespace AuditClient.Tests.Writer;

public sealed class AcknowledgementTests
{
    [Fact]
    public async Task Everything_written_arrives_once_in_order_and_numbered_from_one()
    {
        const int Count = 5_000;
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { MaxInFlight = 64 });

        await writer.WriteAsync(1, Count).Soon();
        await writer.FlushAsync().Soon();

        StreamConversation stream = Assert.Single(server.Incidents.Streams);
        Assert.Equal(TestUpdates.Ids(1, Count), stream.RequestIds);
        Assert.Equal(Enumerable.Range(1, Count).Select(n => (long)n), stream.Received.Select(item => item.Sequence));
        Assert.Equal(new WriterProgress(Count, Count, Count, 0, 0), writer.Progress);
    }

    [Fact]
    public async Task Calls_that_are_not_awaited_one_by_one_keep_their_order()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { MaxInFlight = 3, MaxBatch = 2 });

        Task<Receipt>[] receipts = [.. Enumerable.Range(1, 200).Select(number => writer.SubmitAsync(TestUpdates.Number(number)))];
        await Task.WhenAll(receipts).Soon();

        Assert.Equal(TestUpdates.Ids(1, 200), Assert.Single(server.Incidents.Streams).RequestIds);
    }

    [Fact]
    public async Task A_submitted_update_gets_its_own_receipt()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter();

        Task<Receipt> first = writer.SubmitAsync(TestUpdates.Number(1));
        Task<Receipt> second = writer.SubmitAsync(TestUpdates.Number(2));

        Assert.Equal(0, (await first.Soon()).EntryIndex);
        Assert.Equal(1, (await second.Soon()).EntryIndex);
    }

    [Fact]
    public async Task Updates_share_messages_up_to_the_batch()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect(options => options.TimeProvider = new TestClock());
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { MaxBatch = 4, MaxDelay = TimeSpan.FromHours(1) });

        await writer.WriteAsync(1, 10).Soon();
        await writer.FlushAsync().Soon();

        Assert.Equal([4, 4, 2], Assert.Single(server.Incidents.Streams).Messages);
    }

    [Fact]
    public async Task Messages_stay_under_their_size_and_a_larger_update_goes_alone()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect(options => options.TimeProvider = new TestClock());
        int size = TestUpdates.Number(1).CalculateSize();
        await using IncidentWriter writer = client.Incidents.OpenWriter(
            new IncidentWriterOptions { MaxBatch = 4, MaxBatchSize = (2 * size) + 1, MaxDelay = TimeSpan.FromHours(1) });

        await writer.WriteAsync(1, 3).Soon();
        IncidentUpdate large = TestUpdates.Number(4);
        large.Opened.Area = new string('a', 10 * size);
        await writer.WriteAsync(large).Soon();
        await writer.FlushAsync().Soon();

        Assert.Equal([2, 1, 1], Assert.Single(server.Incidents.Streams).Messages);
    }

    [Fact]
    public async Task Progress_is_told_and_counts_replays()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = conversation => conversation.AnswerAllAsync(
            sequence => new StreamItemResult { Sequence = sequence, Receipt = new Receipt { Replayed = sequence == 2 } });
        await using CrimeAuditClient client = server.Connect();
        List<WriterProgress> told = [];
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { OnProgress = told.Add });

        await writer.WriteAsync(1, 3).Soon();
        await writer.DisposeAsync().Soon();

        Assert.Equal(new WriterProgress(3, 3, 3, 1, 0), told[^1]);
    }

    [Fact]
    public async Task Results_out_of_order_hold_durable_through_back_until_the_gap_closes()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        TaskCompletionSource closeGap = new();
        server.Incidents.Stream = async conversation =>
        {
            await conversation.ReadUntilAsync(3);
            await conversation.AnswerAsync(0, [StreamConversation.Accepted(3), StreamConversation.Accepted(2)]);
            await closeGap.Task;
            await conversation.AcceptAsync(1, 1);
            await conversation.KeepSilentAsync();
        };
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter();

        Task<Receipt> first = writer.SubmitAsync(TestUpdates.Number(1));
        await writer.WriteAsync(TestUpdates.Number(2)).Soon();
        await writer.SubmitAsync(TestUpdates.Number(3)).Soon();
        Assert.Equal(0, writer.DurableThrough);
        Assert.False(first.IsCompleted);

        closeGap.SetResult();
        await writer.FlushAsync().Soon();
        Assert.Equal(3, writer.DurableThrough);
    }
}
