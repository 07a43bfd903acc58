namespace AuditClient.Tests.Writer;

public sealed class FlowTests
{
    [Fact]
    public async Task A_write_waits_when_the_limit_of_unacknowledged_updates_is_reached()
    {
        await using SteppedServer stepped = await SteppedServer.StartAsync();
        await using CrimeAuditClient client = stepped.Server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { MaxInFlight = 3 });

        await writer.WriteAsync(1, 3).Soon();
        ValueTask fourth = writer.WriteAsync(TestUpdates.Number(4));
        await stepped.ReceivedAsync(3).Soon();
        Assert.False(fourth.IsCompleted);
        Assert.Equal(3, stepped.Stream.Received.Count);

        stepped.Accept(1);
        await fourth.Soon();
        stepped.Accept(3);
        await writer.FlushAsync().Soon();
        Assert.Equal(TestUpdates.Ids(1, 4), stepped.Stream.RequestIds);
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_is_not_written_and_the_rest_keep_their_order()
    {
        await using SteppedServer stepped = await SteppedServer.StartAsync();
        await using CrimeAuditClient client = stepped.Server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { MaxInFlight = 1 });
        using CancellationTokenSource cancel = new();

        await writer.WriteAsync(TestUpdates.Number(1)).Soon();
        ValueTask second = writer.WriteAsync(TestUpdates.Number(2), cancel.Token);
        ValueTask third = writer.WriteAsync(TestUpdates.Number(3));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.Soon());

        stepped.Accept(2);
        await third.Soon();
        await writer.FlushAsync().Soon();
        Assert.Equal(["r1", "r3"], stepped.Stream.RequestIds);
    }

    [Fact]
    public async Task A_flush_waits_for_everything_written_before_it_and_for_nothing_after()
    {
        await using SteppedServer stepped = await SteppedServer.StartAsync();
        await using CrimeAuditClient client = stepped.Server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter();

        await writer.WriteAsync(1, 2).Soon();
        Task flushed = writer.FlushAsync();
        await writer.WriteAsync(TestUpdates.Number(3)).Soon();
        stepped.Accept(1);
        await stepped.AcceptedAsync(1).Soon();
        Assert.False(flushed.IsCompleted);

        stepped.Accept(1);
        await flushed.Soon();
        Assert.Equal(2, writer.DurableThrough);
        stepped.Accept(1);
    }

    [Fact]
    public async Task A_flush_covers_writes_that_still_wait_for_room()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { MaxInFlight = 2 });

        Task[] writes = [.. Enumerable.Range(1, 20).Select(number => writer.WriteAsync(TestUpdates.Number(number)).AsTask())];
        await writer.FlushAsync().Soon();

        Assert.Equal(20, writer.DurableThrough);
        await Task.WhenAll(writes).Soon();
    }

    [Fact]
    public async Task A_flush_that_is_cancelled_takes_nothing_back()
    {
        await using SteppedServer stepped = await SteppedServer.StartAsync();
        await using CrimeAuditClient client = stepped.Server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter();
        using CancellationTokenSource cancel = new();
        await writer.WriteAsync(TestUpdates.Number(1)).Soon();

        Task flushed = writer.FlushAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => flushed.Soon());

        stepped.Accept(1);
        await writer.FlushAsync().Soon();
        Assert.Equal(1, writer.Progress.Accepted);
    }

    [Fact]
    public async Task A_flush_with_nothing_written_is_done_at_once_and_opens_no_stream()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter();

        await writer.FlushAsync().Soon();
        await writer.DisposeAsync().Soon();

        Assert.Empty(server.Incidents.Streams);
    }

    [Fact]
    public async Task Disposing_flushes_ends_the_stream_and_refuses_further_writes()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        TaskCompletionSource endedByClient = new();
        server.Incidents.Stream = async conversation =>
        {
            await conversation.AcceptAllAsync();
            endedByClient.SetResult();
        };
        await using CrimeAuditClient client = server.Connect();
        IncidentWriter writer = client.Incidents.OpenWriter();

        await writer.WriteAsync(1, 10).Soon();
        await writer.DisposeAsync().Soon();

        Assert.Equal(10, writer.DurableThrough);
        await endedByClient.Task.Soon();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.WriteAsync(TestUpdates.Number(11)).Soon());
    }
}
