namespace AuditClient.Tests.Spooling;

public sealed class SpoolRestartTests
{
    [Fact]
    public async Task What_a_killed_process_left_is_sent_first_in_order_with_the_same_request_ids()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(folder.Options(), 1, 5);
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();

        await using IncidentWriter writer = client.Open(folder.Options());
        await writer.WriteAsync(6, 8).Soon();
        await writer.FlushAsync().Soon();

        Assert.Equal(TestUpdates.Ids(1, 8), server.Received());
        Assert.Equal(new WriterProgress(8, 8, 8, 0, 0), writer.Progress);
        Assert.Empty(writer.GetUnacknowledged());
    }

    [Fact]
    public async Task What_has_its_result_is_not_sent_again()
    {
        using SpoolFolder folder = new();
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = async conversation =>
        {
            if (conversation.Number > 1)
            {
                await conversation.AcceptAllAsync();
                return;
            }

            await conversation.ReadUntilAsync(5);
            await conversation.AcceptAsync(1, 3);
            await conversation.KeepSilentAsync();
        };
        await using CrimeAuditClient client = server.Connect();
        TaskCompletionSource three = new();
        IncidentWriter killed = client.Open(folder.Options(), options => options.OnProgress = _ => three.TrySetResult());
        await killed.WriteAsync(1, 5).Soon();
        await three.Task.Soon();
        string image = folder.Image();

        SpoolRecovery? found = null;
        SpoolOptions left = folder.Options(image);
        left.OnRecovered = recovery => found = recovery;
        await using IncidentWriter next = client.Open(left);
        await next.FlushAsync().Soon();

        Assert.Equal(new SpoolRecovery(image, Unacknowledged: 2, FirstNumber: 4, TornTail: null, AcknowledgementLost: false), found);
        Assert.Equal(["r4", "r5"], server.Incidents.Streams[1].RequestIds);
        Assert.Equal(5, next.DurableThrough);
        killed.Abort();
        await killed.DisposeAsync();
    }

    [Fact]
    public async Task Killed_at_any_moment_while_the_service_answers_nothing_is_lost()
    {
        const int Updates = 300;
        using SpoolFolder folder = new();
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        List<string> images = [];
        await using (IncidentWriter writer = client.Open(Small(folder.Options()), options => options.MaxBatch = 7))
        {
            for (int number = 1; number <= Updates; number++)
            {
                await writer.WriteAsync(TestUpdates.Number(number)).Soon();
                if (number % 30 == 0)
                {
                    images.Add(folder.Image());
                }
            }

            await writer.FlushAsync().Soon();
        }

        for (int image = 0; image < images.Count; image++)
        {
            int written = (image + 1) * 30;
            SpoolRecovery found = SpoolTesting.Recover(Small(folder.Options(images[image])));
            // Copied file by file while the writer went on: more may be there than was written when it began, never less.
            Assert.InRange(found.FirstNumber + found.Unacknowledged - 1, written, Updates);
            string[] held = [.. SpoolTesting.Held(Small(folder.Options(images[image])))];
            Assert.Equal(TestUpdates.Ids((int)found.FirstNumber, (int)(found.FirstNumber + found.Unacknowledged - 1)), held);
        }

        static SpoolOptions Small(SpoolOptions options)
        {
            options.SegmentSize = 2000;
            return options;
        }
    }

    [Fact]
    public async Task The_service_may_be_away_for_as_long_as_the_disk_has_room_and_memory_holds_a_few()
    {
        const int Updates = 2000;
        using SpoolFolder folder = new();
        FakeServer first = await FakeServer.StartAsync();
        int port = first.Address.Port;
        await using CrimeAuditClient client = first.Connect();
        await using IncidentWriter writer = client.Open(folder.Options(), options => options.MaxInFlight = 16);
        await writer.WriteAsync(1, 10).Soon();
        await writer.FlushAsync().Soon();
        await first.DisposeAsync();

        for (int number = 11; number <= Updates; number++)
        {
            await writer.WriteAsync(TestUpdates.Number(number)).Soon();
        }

        Assert.Equal(new WriterProgress(Updates, 10, 10, 0, 0), writer.Progress);
        Assert.Equal(Updates - 10, writer.GetUnacknowledged().Count);
        await using FakeServer second = await FakeServer.StartAsync(port);
        await writer.FlushAsync().Soon();

        Assert.Equal(TestUpdates.Ids(11, Updates), second.Received());
    }

    [Fact]
    public async Task A_disposal_does_not_wait_for_a_service_that_is_away_and_the_rest_stays()
    {
        using SpoolFolder folder = new();
        await using (CrimeAuditClient client = SpoolTesting.Away())
        await using (IncidentWriter writer = client.Open(folder.Options()))
        {
            await writer.WriteAsync(1, 3).Soon();
        }

        Assert.Equal(TestUpdates.Ids(1, 3), SpoolTesting.Held(folder.Options()));
    }

    [Fact]
    public async Task A_disposal_waits_for_a_service_that_answers_and_leaves_an_empty_folder()
    {
        using SpoolFolder folder = new();
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        SpoolOptions spool = folder.Options();
        spool.ClosingWait = TimeSpan.FromSeconds(20);
        await using (IncidentWriter writer = client.Open(spool))
        {
            await writer.WriteAsync(1, 3).Soon();
        }

        Assert.Equal(TestUpdates.Ids(1, 3), server.Received());
        Assert.Empty(folder.Segments);
        Assert.Equal(4, SpoolTesting.Recover(folder.Options()).FirstNumber);
    }

    [Fact]
    public async Task A_lost_mark_is_told_and_everything_there_is_sent_again()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(folder.Options(), 1, 4);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "acknowledged"), "0000000000000000003 00000000\n");

        SpoolRecovery found = SpoolTesting.Recover(folder.Options());

        Assert.True(found.AcknowledgementLost);
        Assert.Equal((1, 4), (found.FirstNumber, found.Unacknowledged));
        Assert.False(SpoolTesting.Recover(folder.Options()).AcknowledgementLost);
    }

    [Fact]
    public async Task A_writer_that_failed_leaves_everything_to_the_next_one()
    {
        using SpoolFolder folder = new();
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = conversation =>
            conversation.Number == 1 ? throw Statuses.Of(ErrorReason.RoleMissing).ToRpcException() : conversation.AcceptAllAsync();
        await using CrimeAuditClient client = server.Connect();
        IncidentWriter refused = client.Open(folder.Options());
        await refused.WriteAsync(1, 2).Soon();

        await Assert.ThrowsAsync<PermissionException>(() => refused.FlushAsync().Soon());
        await Assert.ThrowsAsync<PermissionException>(() => refused.WriteAsync(TestUpdates.Number(3)).Soon());
        Assert.Equal(["r1", "r2"], refused.GetUnacknowledged().Select(update => update.Sender.RequestId));
        await refused.DisposeAsync().Soon();
        await using IncidentWriter next = client.Open(folder.Options());
        await next.FlushAsync().Soon();

        Assert.Equal(["r1", "r2"], server.Incidents.Streams[1].RequestIds);
    }

    [Fact]
    public async Task A_failure_that_no_call_has_thrown_is_thrown_by_the_disposal()
    {
        using SpoolFolder folder = new();
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = _ => throw Statuses.Of(ErrorReason.RoleMissing).ToRpcException();
        await using CrimeAuditClient client = server.Connect();
        SpoolOptions spool = folder.Options();
        spool.ClosingWait = TimeSpan.FromSeconds(20);
        IncidentWriter writer = client.Open(spool);
        await writer.WriteAsync(1, 1).Soon();

        await Assert.ThrowsAsync<PermissionException>(() => writer.DisposeAsync().Soon());
        Assert.Equal(["r1"], SpoolTesting.Held(folder.Options()));
    }
}
