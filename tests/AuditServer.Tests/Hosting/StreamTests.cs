using AuditServer.Hosting;
using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace AuditServer.Tests.Hosting;

public sealed class StreamTests : IAsyncLifetime
{
    private readonly ServerUnderTest server = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Exception> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task An_endless_stream_ends_when_the_server_stops_and_says_so()
    {
        server.Behaviour.Stream = (_, _, call) => WaitAsync(call.StoppingToken());
        using AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> call = Open();
        await begun.Task;

        Task stop = server.App.StopAsync(TestContext.Current.CancellationToken);

        AssertStopping(await ReadToEndAsync(call));
        await stop;
    }

    [Fact]
    public async Task A_stream_that_waits_for_its_client_ends_when_the_server_stops_and_says_so()
    {
        server.Behaviour.Stream = async (requests, _, call) =>
        {
            Task<bool> next = requests.MoveNext(call.StoppingToken());
            begun.SetResult();
            await next;
        };
        using AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> call = Open();
        await begun.Task;

        Task stop = server.App.StopAsync(TestContext.Current.CancellationToken);

        AssertStopping(await ReadToEndAsync(call));
        await stop;
    }

    [Fact]
    public async Task A_stream_whose_client_leaves_ends_without_an_error_in_the_log()
    {
        server.Behaviour.Stream = (_, _, call) => WaitAsync(call.StoppingToken());
        AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> call = Open();
        await begun.Task;
        call.Dispose();

        Assert.IsType<OperationCanceledException>(await ended.Task, exactMatch: false);
        await server.App.StopAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(server.Log.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Writing_to_a_client_that_has_left_is_no_error_in_the_log()
    {
        server.Behaviour.Stream = async (_, responses, call) =>
        {
            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, call.CancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
                await responses.WriteAsync(new StreamIncidentsResponse());
            }
            catch (Exception failure)
            {
                ended.SetResult(failure);
                throw;
            }
        };
        AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> call = Open();
        await begun.Task;
        call.Dispose();

        await ended.Task;
        await server.App.StopAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(server.Log.Entries, entry => entry.Level >= LogLevel.Error);
    }

    private static void AssertStopping(RpcException ended)
    {
        Assert.Equal(StatusCode.Unavailable, ended.StatusCode);
        Assert.Equal("SERVER_STOPPING", ended.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
        Assert.True(ended.GetRpcStatus()!.GetDetail<RetryInfo>().RetryDelay.ToTimeSpan() > TimeSpan.Zero);
    }

    private static Task<RpcException> ReadToEndAsync(AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> call) =>
        Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

    private AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> Open() =>
        new IncidentService.IncidentServiceClient(server.Channel).StreamIncidents(server.Credential(Role.Submitter));

    private async Task WaitAsync(CancellationToken life)
    {
        begun.SetResult();
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, life);
        }
        catch (OperationCanceledException failure)
        {
            ended.SetResult(failure);
            throw;
        }
    }
}
