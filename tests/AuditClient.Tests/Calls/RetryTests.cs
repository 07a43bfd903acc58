using Google.Rpc;

namespace AuditClient.Tests.Calls;

public sealed class RetryTests
{
    [Fact]
    public async Task An_unavailable_service_is_asked_again_with_the_same_request()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        List<string> ids = [];
        server.Incidents.Submit = (request, _) =>
        {
            ids.Add(request.Update.Sender.RequestId);
            return ids.Count < 3
                ? throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "not yet"))
                : Task.FromResult(new SubmitIncidentResponse());
        };
        await using CrimeAuditClient client = server.Connect();

        await client.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon();

        Assert.Equal(["r1", "r1", "r1"], ids);
    }

    [Fact]
    public async Task No_other_failure_is_tried_again()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Submit = (_, _) => throw Statuses.Of(ErrorReason.InternalFault).ToRpcException();
        await using CrimeAuditClient client = server.Connect();

        await Assert.ThrowsAsync<CrimeAuditException>(() => client.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon());

        Assert.Single(server.Calls.Calls);
    }

    [Fact]
    public async Task A_full_service_is_asked_again_after_the_time_that_it_names()
    {
        TestClock clock = new();
        await using FakeServer server = await FakeServer.StartAsync();
        int asked = 0;
        server.Incidents.Submit = (_, _) => ++asked == 1
            ? throw Statuses.Of(ErrorReason.QueueFull, TimeSpan.FromSeconds(3)).ToRpcException()
            : Task.FromResult(new SubmitIncidentResponse { Receipt = new Receipt { EntryIndex = 7 } });
        await using CrimeAuditClient client = server.Connect(options => options.TimeProvider = clock);

        Task<SubmitIncidentResponse> answer = client.Incidents.SubmitAsync(TestUpdates.Number(1));
        TimeSpan pause = await clock.PassPauseAsync(_ => true).Soon();

        Assert.Equal(TimeSpan.FromSeconds(3), pause);
        Assert.Equal(7, (await answer.Soon()).Receipt.EntryIndex);
    }

    [Fact]
    public async Task A_full_service_is_not_asked_more_often_than_the_limit()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Submit = (_, _) => throw Statuses.Of(ErrorReason.QueueFull, TimeSpan.FromTicks(1)).ToRpcException();
        await using CrimeAuditClient client = server.Connect(options => options.MaxAttempts = 3);

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => client.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon());

        Assert.Equal(3, server.Calls.Calls.Count);
    }

    [Fact]
    public async Task A_wait_that_would_outlast_the_deadline_is_not_begun()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Submit = (_, _) => throw Statuses.Of(ErrorReason.QueueFull, TimeSpan.FromSeconds(11)).ToRpcException();
        await using CrimeAuditClient client = server.Connect();

        ServiceUnavailableException thrown = await Assert.ThrowsAsync<ServiceUnavailableException>(
            () => client.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon());

        Assert.Equal(ErrorReason.QueueFull, thrown.Reason);
        Assert.Single(server.Calls.Calls);
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_a_cancellation()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        TaskCompletionSource arrived = new();
        server.Incidents.Submit = async (_, context) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            return new SubmitIncidentResponse();
        };
        await using CrimeAuditClient client = server.Connect();
        using CancellationTokenSource cancel = new();

        Task<SubmitIncidentResponse> answer = client.Incidents.SubmitAsync(TestUpdates.Number(1), cancel.Token);
        await arrived.Task.Soon();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer.Soon());
    }
}
