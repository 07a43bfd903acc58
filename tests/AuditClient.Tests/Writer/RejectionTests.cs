using Microsoft.Extensions.Options;

namespace AuditClient.Tests.Writer;

public sealed class RejectionTests
{
    [Fact]
    public async Task A_refused_update_is_told_to_the_callback_and_fails_no_other()
    {
        await using FakeServer server = await StartRefusingAsync(2);
        await using CrimeAuditClient client = server.Connect();
        List<RejectedUpdate> refused = [];
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { OnRejected = refused.Add });

        await writer.WriteAsync(1, 3).Soon();
        await writer.FlushAsync().Soon();

        RejectedUpdate one = Assert.Single(refused);
        Assert.Equal((2L, "r2"), (one.Number, one.Update.Sender.RequestId));
        Assert.IsType<RequestIdReusedException>(one.Error);
        Assert.Equal(new WriterProgress(3, 3, 2, 0, 1), writer.Progress);
    }

    [Fact]
    public async Task Without_a_callback_the_next_flush_throws_once_and_names_the_refused()
    {
        await using FakeServer server = await StartRefusingAsync(1, 3);
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter();
        await writer.WriteAsync(1, 3).Soon();

        UpdatesRejectedException thrown = await Assert.ThrowsAsync<UpdatesRejectedException>(() => writer.FlushAsync().Soon());

        Assert.Equal(["r1", "r3"], thrown.Rejected.Select(r => r.Update.Sender.RequestId));
        Assert.Equal(2, thrown.RejectedCount);
        Assert.Equal(ErrorReason.RequestIdReused, thrown.Reason);
        Assert.Contains("r3", thrown.Message, StringComparison.Ordinal);
        await writer.WriteAsync(TestUpdates.Number(4)).Soon();
        await writer.FlushAsync().Soon();
        Assert.Equal(2, writer.Progress.Accepted);
    }

    [Fact]
    public async Task A_refusal_that_nobody_flushed_for_is_thrown_by_the_disposal()
    {
        await using FakeServer server = await StartRefusingAsync(1);
        await using CrimeAuditClient client = server.Connect();
        IncidentWriter writer = client.Incidents.OpenWriter();
        await writer.WriteAsync(TestUpdates.Number(1)).Soon();

        await Assert.ThrowsAsync<UpdatesRejectedException>(() => writer.DisposeAsync().Soon());
    }

    [Fact]
    public async Task A_refused_submission_fails_its_own_task_and_nothing_else()
    {
        await using FakeServer server = await StartRefusingAsync(2);
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter();

        Task<Receipt> first = writer.SubmitAsync(TestUpdates.Number(1));
        Task<Receipt> second = writer.SubmitAsync(TestUpdates.Number(2));

        Assert.Equal(0, (await first.Soon()).EntryIndex);
        await Assert.ThrowsAsync<RequestIdReusedException>(() => second.Soon());
        await writer.FlushAsync().Soon();
    }

    [Fact]
    public async Task An_item_that_the_service_cannot_take_now_is_sent_again()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = async conversation =>
        {
            if (conversation.Number == 1)
            {
                await conversation.ReadUntilAsync(2);
                await conversation.AcceptAsync(1, 1);
                await conversation.RefuseAsync(2, Statuses.Of(ErrorReason.StorageUnavailable, TimeSpan.FromMilliseconds(1)));
            }

            await conversation.AcceptAllAsync();
        };
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { InitialBackoff = TimeSpan.FromMilliseconds(1) });

        await writer.WriteAsync(1, 2).Soon();
        await writer.FlushAsync().Soon();

        Assert.Equal([(1L, "r2")], server.Incidents.Streams[1].Received);
        Assert.Equal(new WriterProgress(2, 2, 2, 0, 0), writer.Progress);
    }

    [Fact]
    public async Task A_callback_that_throws_stops_the_writer_and_is_named()
    {
        await using FakeServer server = await StartRefusingAsync(1);
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(
            new IncidentWriterOptions { OnRejected = _ => throw new TimeZoneNotFoundException("a fault of the caller") });

        await writer.WriteAsync(TestUpdates.Number(1)).Soon();
        CrimeAuditException thrown = await Assert.ThrowsAsync<CrimeAuditException>(() => writer.FlushAsync().Soon());

        Assert.IsType<TimeZoneNotFoundException>(thrown.InnerException);
    }

    [Fact]
    public async Task A_result_for_what_was_never_sent_stops_the_writer()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = async conversation =>
        {
            await conversation.ReadAsync();
            await conversation.AcceptAsync(2, 2);
            await conversation.KeepSilentAsync();
        };
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter();

        await writer.WriteAsync(TestUpdates.Number(1)).Soon();
        CrimeAuditException thrown = await Assert.ThrowsAsync<CrimeAuditException>(() => writer.FlushAsync().Soon());

        Assert.IsType<InvalidDataException>(thrown.InnerException);
        Assert.Equal("r1", Assert.Single(writer.GetUnacknowledged()).Sender.RequestId);
    }

    [Fact]
    public async Task Wrong_options_are_all_named()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        IncidentWriterOptions options = new()
        {
            MaxInFlight = 0,
            MaxBatch = 1001,
            MaxBatchSize = 0,
            MaxDelay = TimeSpan.FromTicks(-1),
            GiveUpAfter = TimeSpan.Zero,
        };
        options.MaxBackoff = options.InitialBackoff / 2;

        OptionsValidationException thrown = Assert.Throws<OptionsValidationException>(() => client.Incidents.OpenWriter(options));

        Assert.Equal(6, thrown.Failures.Count());
    }

    private static async Task<FakeServer> StartRefusingAsync(params long[] refused)
    {
        FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = conversation => conversation.AnswerAllAsync(sequence => refused.Contains(sequence)
            ? new StreamItemResult { Sequence = sequence, Error = Statuses.Of(ErrorReason.RequestIdReused) }
            : StreamConversation.Accepted(sequence));
        return server;
    }
}
