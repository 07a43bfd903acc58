namespace AuditClient.Tests.Spooling;

public sealed class SpoolRefusalTests
{
    [Fact]
    public async Task The_next_flush_tells_what_was_refused_and_everything_else_is_durable()
    {
        using SpoolFolder folder = new();
        await using FakeServer server = await RefusingAsync("r2");
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Open(folder.Options());
        await writer.WriteAsync(1, 3).Soon();

        UpdatesRejectedException told = await Assert.ThrowsAsync<UpdatesRejectedException>(() => writer.FlushAsync().Soon());

        RejectedUpdate refused = Assert.Single(told.Rejected);
        Assert.Equal((2, "r2", ErrorReason.RequestIdReused), (refused.Number, refused.Update.Sender.RequestId, refused.Error.Reason));
        Assert.Equal(new WriterProgress(3, 3, 2, 0, 1), writer.Progress);
        await writer.FlushAsync().Soon();
        Assert.Empty(writer.GetUnacknowledged());
    }

    [Fact]
    public async Task A_refusal_that_nobody_was_told_of_is_told_by_the_next_process()
    {
        using SpoolFolder folder = new();
        await using FakeServer server = await RefusingAsync("r2");
        await using CrimeAuditClient client = server.Connect();
        TaskCompletionSource all = new();
        IncidentWriter killed = client.Open(folder.Options(), options => options.OnProgress = progress =>
        {
            if (progress.DurableThrough == 3)
            {
                all.TrySetResult();
            }
        });
        await killed.WriteAsync(1, 3).Soon();
        await all.Task.Soon();
        string image = folder.Image();

        await using IncidentWriter next = client.Open(folder.Options(image));
        UpdatesRejectedException told = await Assert.ThrowsAsync<UpdatesRejectedException>(() => next.FlushAsync().Soon());

        Assert.Equal("r2", Assert.Single(told.Rejected).Update.Sender.RequestId);
        Assert.Equal(["r2", "r3"], server.Incidents.Streams[^1].RequestIds);
        killed.Abort();
        await killed.DisposeAsync().Soon();
    }

    [Fact]
    public async Task A_callback_hears_of_refusals_with_their_numbers_in_the_spool()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(folder.Options(), 1, 2);
        await using FakeServer server = await RefusingAsync("r2", "r3");
        await using CrimeAuditClient client = server.Connect();
        List<(long Number, string Id)> refused = [];
        await using IncidentWriter writer = client.Open(
            folder.Options(), options => options.OnRejected = no => refused.Add((no.Number, no.Update.Sender.RequestId)));
        await writer.WriteAsync(3, 4).Soon();

        await writer.FlushAsync().Soon();

        Assert.Equal([(2, "r2"), (3, "r3")], refused);
    }

    [Fact]
    public async Task A_spool_that_is_full_behind_refusals_tells_the_next_write()
    {
        using SpoolFolder folder = new();
        await using FakeServer server = await RefusingAsync([.. TestUpdates.Ids(1, 50)]);
        await using CrimeAuditClient client = server.Connect();
        SpoolOptions small = folder.Options();
        small.SegmentSize = 200;
        small.MaxSize = 400;
        await using IncidentWriter writer = client.Open(small);

        List<string> told = [];
        for (int number = 1; number <= 50; number++)
        {
            try
            {
                await writer.WriteAsync(TestUpdates.Number(number)).Soon();
            }
            catch (UpdatesRejectedException refused)
            {
                told.AddRange(refused.Rejected.Select(no => no.Update.Sender.RequestId));
                number--;
            }
        }

        UpdatesRejectedException rest = await Assert.ThrowsAsync<UpdatesRejectedException>(() => writer.FlushAsync().Soon());
        told.AddRange(rest.Rejected.Select(no => no.Update.Sender.RequestId));
        Assert.Equal(TestUpdates.Ids(1, 50), told);
    }

    [Fact]
    public async Task A_submitted_update_gets_its_own_receipt_or_refusal()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(folder.Options(), 1, 1);
        await using FakeServer server = await RefusingAsync("r3");
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Open(folder.Options());

        Task<Receipt>[] receipts = [.. Enumerable.Range(2, 3).Select(number => writer.SubmitAsync(TestUpdates.Number(number)))];

        Assert.Equal(1, (await receipts[0].Soon()).EntryIndex);
        Assert.Equal(3, (await receipts[2].Soon()).EntryIndex);
        await Assert.ThrowsAsync<RequestIdReusedException>(() => receipts[1].Soon());
        await writer.FlushAsync().Soon();
    }

    [Fact]
    public async Task Aborting_ends_every_wait_and_keeps_the_spool()
    {
        using SpoolFolder folder = new();
        await using CrimeAuditClient client = SpoolTesting.Away();
        IncidentWriter writer = client.Open(folder.Options());
        Task<Receipt> receipt = writer.SubmitAsync(TestUpdates.Number(1));
        await writer.WriteAsync(TestUpdates.Number(2)).Soon();
        Task flushed = writer.FlushAsync();

        writer.Abort();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receipt.Soon());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => flushed.Soon());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.WriteAsync(TestUpdates.Number(3)).Soon());
        await writer.DisposeAsync().Soon();
        await Assert.ThrowsAnyAsync<Exception>(() => writer.WriteAsync(TestUpdates.Number(3)).Soon());
        Assert.Equal(["r1", "r2"], SpoolTesting.Held(folder.Options()));
    }

    private static async Task<FakeServer> RefusingAsync(params string[] ids)
    {
        FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = conversation => conversation.AnswerAllAsync(sequence =>
            ids.Contains(conversation.Update(sequence).Sender.RequestId)
                ? new StreamItemResult { Sequence = sequence, Error = Statuses.Of(ErrorReason.RequestIdReused) }
                : StreamConversation.Accepted(sequence));
        return server;
    }
}
