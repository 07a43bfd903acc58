namespace AuditClient.Tests.Spooling;

public sealed class SpoolRoomTests
{
    [Fact]
    public async Task Writes_wait_while_the_spool_is_full_and_go_on_one_by_one_as_the_service_takes_them()
    {
        const int Fit = 4;
        const int Updates = 9;
        using SpoolFolder folder = new();
        await using SteppedServer stepped = await SteppedServer.StartAsync();
        await using CrimeAuditClient client = stepped.Server.Connect();
        await using IncidentWriter writer = client.Open(Holding(folder, Fit));

        Task[] writes = [.. Enumerable.Range(1, Updates).Select(number => writer.WriteAsync(TestUpdates.Number(number)).AsTask())];
        await Task.WhenAll(writes[..Fit]).Soon();
        await stepped.ReceivedAsync(Fit).Soon();
        for (int accepted = 1; accepted <= Updates; accepted++)
        {
            int done = Math.Min(Fit + accepted - 1, Updates);
            Assert.Equal(done, writes.Count(write => write.IsCompletedSuccessfully));
            Assert.InRange(SizeOf(folder), 1, Holding(folder, Fit).MaxSize);
            stepped.Accept(1);
            await writes[Math.Min(done, Updates - 1)].Soon();
        }

        await writer.FlushAsync().Soon();
        Assert.Equal(TestUpdates.Ids(1, Updates), stepped.Server.Received());
    }

    [Fact]
    public async Task A_write_that_waits_for_room_can_be_cancelled_and_is_then_not_written_and_others_keep_their_order()
    {
        using SpoolFolder folder = new();
        await using SteppedServer stepped = await SteppedServer.StartAsync();
        await using CrimeAuditClient client = stepped.Server.Connect();
        await using IncidentWriter writer = client.Open(Holding(folder, updates: 2));
        using CancellationTokenSource cancel = new();
        Task[] writes = [.. Enumerable.Range(1, 6).Select(n => writer.WriteAsync(TestUpdates.Number(n), n == 5 ? cancel.Token : default).AsTask())];
        await stepped.ReceivedAsync(1).Soon();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writes[4].Soon());
        stepped.Accept(6);
        await Task.WhenAll(writes.Where(write => write != writes[4])).Soon();
        await writer.FlushAsync().Soon();
        Assert.Equal(["r1", "r2", "r3", "r4", "r6"], stepped.Server.Received());
    }

    [Fact]
    public async Task Submitted_updates_beyond_those_in_flight_are_read_only_when_there_is_room()
    {
        using SpoolFolder folder = new();
        SpoolOptions oneEach = folder.Options();
        oneEach.SegmentSize = 1;
        await using SteppedServer stepped = await SteppedServer.StartAsync();
        await using CrimeAuditClient client = stepped.Server.Connect();
        IncidentWriter writer = client.Open(oneEach, options => options.MaxInFlight = 1);
        Task<Receipt>[] receipts = [.. Enumerable.Range(1, 3).Select(number => writer.SubmitAsync(TestUpdates.Number(number)))];
        await writer.WriteAsync(TestUpdates.Number(4)).Soon();
        await stepped.ReceivedAsync(1).Soon();

        // The first is on its way and the second waits for room: the third is on disk alone, so what happens to it there is noticed.
        SpoolFolder.Damage(folder.Segments[2]);
        stepped.Accept(1);

        await receipts[0].Soon();
        SpoolDamagedException told = await Assert.ThrowsAsync<SpoolDamagedException>(() => receipts[2].Soon());
        Assert.Equal(3, told.Number);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receipts[1].Soon());
        await writer.DisposeAsync().Soon();
    }

    [Fact]
    public async Task An_update_larger_than_the_spool_has_it_to_itself()
    {
        using SpoolFolder folder = new();
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        SpoolOptions tiny = folder.Options();
        tiny.SegmentSize = 1;
        tiny.MaxSize = 2;
        await using IncidentWriter writer = client.Open(tiny);

        await writer.WriteAsync(1, 20).Soon();
        await writer.FlushAsync().Soon();

        Assert.Equal(TestUpdates.Ids(1, 20), server.Received());
    }

    [Fact]
    public async Task A_full_disk_refuses_the_write_and_keeps_what_was_written()
    {
        using SpoolFolder folder = new();
        FaultyDisk disk = new();
        await using CrimeAuditClient client = SpoolTesting.Away();
        IncidentWriter writer = client.Open(folder.Options(disk));
        await writer.WriteAsync(1, 2).Soon();
        for (int room = 0; room < 60; room += 7)
        {
            disk.Room = room;
            IOException told = await Assert.ThrowsAsync<IOException>(() => writer.WriteAsync(TestUpdates.Number(3)).Soon());
            Assert.Contains("No space left", told.Message, StringComparison.Ordinal);
            Assert.Equal(["r1", "r2"], SpoolTesting.Held(folder.Options(folder.Image())));
        }

        disk.Room = int.MaxValue;
        await writer.WriteAsync(4, 5).Soon();

        Assert.Equal(["r1", "r2", "r4", "r5"], SpoolTesting.Held(folder.Options(folder.Image())));
        writer.Abort();
        await writer.DisposeAsync().Soon();
    }

    [Fact]
    public async Task A_disk_that_is_full_before_the_first_update_leaves_no_segment()
    {
        using SpoolFolder folder = new();
        FaultyDisk disk = new() { Room = 10 };
        await using CrimeAuditClient client = SpoolTesting.Away();
        IncidentWriter writer = client.Open(folder.Options(disk));

        await Assert.ThrowsAsync<IOException>(() => writer.WriteAsync(TestUpdates.Number(1)).Soon());

        Assert.Empty(folder.Segments);
        disk.Room = int.MaxValue;
        await writer.WriteAsync(TestUpdates.Number(2)).Soon();
        Assert.Equal(["r2"], writer.GetUnacknowledged().Select(update => update.Sender.RequestId));
        writer.Abort();
        await writer.DisposeAsync().Soon();
    }

    [Fact]
    public async Task A_segment_whose_first_update_found_no_room_gives_its_name_to_the_next()
    {
        using SpoolFolder folder = new();
        FaultyDisk disk = new();
        SpoolOptions oneEach = folder.Options(disk);
        oneEach.SegmentSize = 1;
        await using CrimeAuditClient client = SpoolTesting.Away();
        IncidentWriter writer = client.Open(oneEach);
        await writer.WriteAsync(1, 1).Soon();
        disk.Room = SpoolFormat.FileHeader + 5;
        await Assert.ThrowsAsync<IOException>(() => writer.WriteAsync(TestUpdates.Number(2)).Soon());
        disk.Room = int.MaxValue;

        await writer.WriteAsync(3, 4).Soon();

        writer.Abort();
        await writer.DisposeAsync().Soon();
        Assert.Null(SpoolTesting.Recover(folder.Options()).TornTail);
        Assert.Equal(["r1", "r3", "r4"], SpoolTesting.Held(folder.Options()));
    }

    [Fact]
    public async Task A_fault_that_nobody_foresaw_ends_the_writer_and_lets_nobody_wait()
    {
        using SpoolFolder folder = new();
        FaultyDisk disk = new() { Fault = new InvalidOperationException("unforeseen") };
        await using CrimeAuditClient client = SpoolTesting.Away();
        IncidentWriter writer = client.Open(folder.Options(disk));

        Task[] writes = [.. Enumerable.Range(1, 3).Select(number => writer.WriteAsync(TestUpdates.Number(number)).AsTask())];

        foreach (Task write in writes)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => write.Soon());
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.FlushAsync().Soon());
        await writer.DisposeAsync().Soon();
        await client.Open(folder.Options()).DisposeAsync().Soon();
    }

    [Fact]
    public async Task After_a_flush_that_failed_nothing_more_is_taken()
    {
        using SpoolFolder folder = new();
        FaultyDisk disk = new();
        await using CrimeAuditClient client = SpoolTesting.Away();
        IncidentWriter writer = client.Open(folder.Options(disk));
        await writer.WriteAsync(1, 2).Soon();
        disk.FlushFails = true;
        await Assert.ThrowsAsync<IOException>(() => writer.WriteAsync(TestUpdates.Number(3)).Soon());
        disk.FlushFails = false;
        Assert.Equal(["r1", "r2"], SpoolTesting.Held(folder.Options(folder.Image())));

        await Assert.ThrowsAsync<IOException>(() => writer.WriteAsync(TestUpdates.Number(4)).Soon());

        writer.Abort();
        await writer.DisposeAsync().Soon();
        Assert.Equal(["r1", "r2"], SpoolTesting.Held(folder.Options()));
    }

    [Fact]
    public async Task Writes_of_many_threads_share_the_wait_for_the_disk_and_each_is_there_once()
    {
        const int Threads = 8;
        const int Each = 200;
        using SpoolFolder folder = new();
        FaultyDisk disk = new();
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Open(folder.Options(disk), options => options.MaxInFlight = 50);

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(async thread =>
        {
            Task[] writes = [.. Enumerable.Range(1, Each).Select(n => writer.WriteAsync(TestUpdates.Number((thread * Each) + n)).AsTask())];
            await Task.WhenAll(writes);
        })).Soon();
        await writer.FlushAsync().Soon();

        Assert.InRange(disk.Flushes, 1, (Threads * Each) - 1);
        Assert.Equal(Threads * Each, server.Received().Distinct().Count());
        Assert.Equal(Threads * Each, server.Received().Count());
        for (int thread = 0; thread < Threads; thread++)
        {
            string[] own = [.. TestUpdates.Ids((thread * Each) + 1, (thread + 1) * Each)];
            Assert.Equal(own, server.Received().Where(own.ToHashSet().Contains));
        }
    }

    [Fact]
    public async Task Without_flushing_to_disk_nothing_waits_for_it()
    {
        using SpoolFolder folder = new();
        FaultyDisk disk = new();
        SpoolOptions spool = folder.Options(disk);
        spool.FlushToDisk = false;

        await SpoolTesting.LeaveAsync(spool, 1, 3);

        Assert.Equal(0, disk.Flushes);
        Assert.Equal(TestUpdates.Ids(1, 3), SpoolTesting.Held(folder.Options()));
    }

    [Fact]
    public void Everything_that_is_wrong_with_the_spool_is_named_at_once()
    {
        using CrimeAuditClient client = SpoolTesting.Away();
        SpoolOptions wrong = new() { MaxSize = 10, SegmentSize = 6, ClosingWait = TimeSpan.FromSeconds(-1) };

        var thrown = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => client.Open(wrong));

        Assert.Collection(
            thrown.Failures,
            failure => Assert.Contains("Spool.Directory", failure, StringComparison.Ordinal),
            failure => Assert.Contains("Spool.SegmentSize", failure, StringComparison.Ordinal),
            failure => Assert.Contains("Spool.ClosingWait", failure, StringComparison.Ordinal));
    }

    /// <summary>A spool with room for so many updates of one digit, a segment each.</summary>
    private static SpoolOptions Holding(SpoolFolder folder, int updates)
    {
        int one = SpoolFormat.FileHeader + SpoolFormat.RecordHeader + TestUpdates.Number(1).CalculateSize();
        SpoolOptions options = folder.Options();
        options.SegmentSize = one;
        options.MaxSize = updates * (long)one;
        return options;
    }

    /// <summary>Segments may go while they are counted.</summary>
    private static long SizeOf(SpoolFolder folder) => folder.Segments.Select(segment => new FileInfo(segment)).Where(file => file.Exists).Sum(file => file.Length);
}
