using Google.Rpc;

namespace AuditClient.Tests.Writer;

public sealed class ReconnectionTests
{
    private static readonly IncidentWriterOptions Quick = new()
    {
        InitialBackoff = TimeSpan.FromMilliseconds(1),
        MaxBackoff = TimeSpan.FromMilliseconds(50),
    };

    [Fact]
    public async Task After_a_cut_what_has_no_result_is_sent_again_once_in_order_with_the_same_request_ids()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = async conversation =>
        {
            if (conversation.Number == 1)
            {
                await conversation.ReadUntilAsync(10);
                await conversation.AcceptAsync(1, 4);
                throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "cut"));
            }

            await conversation.AcceptAllAsync();
        };
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(Quick);

        await writer.WriteAsync(1, 10).Soon();
        await writer.FlushAsync().Soon();

        Assert.Equal(2, server.Incidents.Streams.Count);
        Assert.Equal(TestUpdates.Ids(5, 10), server.Incidents.Streams[1].RequestIds);
        Assert.Equal([1, 2, 3, 4, 5, 6], server.Incidents.Streams[1].Received.Select(item => item.Sequence));
        Assert.Equal(new WriterProgress(10, 10, 10, 0, 0), writer.Progress);
    }

    [Fact]
    public async Task What_was_answered_out_of_order_is_not_sent_again()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = async conversation =>
        {
            if (conversation.Number == 1)
            {
                await conversation.ReadUntilAsync(4);
                await conversation.AnswerAsync(0, [StreamConversation.Accepted(3), StreamConversation.Accepted(2)]);
                throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "cut"));
            }

            await conversation.AcceptAllAsync();
        };
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(Quick);

        await writer.WriteAsync(1, 4).Soon();
        await writer.FlushAsync().Soon();

        Assert.Equal([(1L, "r1"), (2L, "r4")], server.Incidents.Streams[1].Received);
        Assert.Equal(4, writer.Progress.Accepted);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("ended")]
    [InlineData("failed")]
    public async Task However_a_stream_is_lost_the_writer_goes_on(string how)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = async conversation =>
        {
            if (conversation.Number > 1)
            {
                await conversation.AcceptAllAsync();
            }

            await conversation.ReadAsync();
            switch (how)
            {
                case "reset":
                    conversation.Context.GetHttpContext().Abort();
                    break;
                case "failed":
                    throw new InvalidOperationException("a fault of the server");
                default:
                    break;
            }
        };
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(Quick);

        await writer.WriteAsync(1, 3).Soon();
        await writer.FlushAsync().Soon();

        Assert.Equal(TestUpdates.Ids(1, 3), server.Incidents.Streams[^1].RequestIds);
    }

    [Fact]
    public async Task A_server_that_goes_away_and_comes_back_loses_nothing()
    {
        FakeServer first = await FakeServer.StartAsync();
        TaskCompletionSource seen = new();
        first.Incidents.Stream = async conversation =>
        {
            await conversation.ReadUntilAsync(5);
            seen.SetResult();
            await conversation.KeepSilentAsync();
        };
        await using CrimeAuditClient client = first.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter(Quick);
        await writer.WriteAsync(1, 5).Soon();
        await seen.Task.Soon();

        int port = first.Address.Port;
        await first.DisposeAsync();
        await writer.WriteAsync(6, 8).Soon();
        Task flushed = writer.FlushAsync();
        Assert.False(flushed.IsCompleted);

        await using FakeServer second = await FakeServer.StartAsync(port);
        await flushed.Soon();

        Assert.Equal(TestUpdates.Ids(1, 8), second.Incidents.Streams.SelectMany(stream => stream.RequestIds));
        Assert.Equal(8, writer.DurableThrough);
    }

    [Fact]
    public async Task Pauses_double_without_progress_and_keep_the_time_that_the_service_asks_for()
    {
        TestClock clock = new();
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = conversation => conversation.Number switch
        {
            < 4 => throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "down")),
            4 => throw Statuses.Of(ErrorReason.ServerStopping, TimeSpan.FromSeconds(40)).ToRpcException(),
            _ => conversation.AcceptAllAsync(),
        };
        await using CrimeAuditClient client = server.Connect(options => options.TimeProvider = clock);
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions
        {
            MaxDelay = TimeSpan.Zero,
            InitialBackoff = TimeSpan.FromSeconds(1),
            MaxBackoff = TimeSpan.FromSeconds(10),
        });
        await writer.WriteAsync(TestUpdates.Number(1)).Soon();

        List<TimeSpan> pauses = [];
        for (int stream = 1; stream <= 4; stream++)
        {
            pauses.Add(await clock.PassPauseAsync(pause => pause < TimeSpan.FromMinutes(1)).Soon());
        }

        await writer.FlushAsync().Soon();
        Assert.InRange(pauses[0].TotalSeconds, 0.5, 1);
        Assert.InRange(pauses[1].TotalSeconds, 1, 2);
        Assert.InRange(pauses[2].TotalSeconds, 2, 4);
        Assert.Equal(40, pauses[3].TotalSeconds);
    }

    [Fact]
    public async Task A_refusal_of_the_whole_stream_fails_at_once_and_is_not_tried_again()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = _ => throw Statuses.Of(ErrorReason.RoleMissing).ToRpcException();
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter();
        Task<Receipt> receipt = writer.SubmitAsync(TestUpdates.Number(1));

        PermissionException thrown = await Assert.ThrowsAsync<PermissionException>(() => receipt.Soon());

        Assert.Equal(ErrorReason.RoleMissing, thrown.Reason);
        Assert.Single(server.Incidents.Streams);
        await Assert.ThrowsAsync<PermissionException>(() => writer.WriteAsync(TestUpdates.Number(2)).Soon());
        Assert.Equal("r1", Assert.Single(writer.GetUnacknowledged()).Sender.RequestId);
    }
}
