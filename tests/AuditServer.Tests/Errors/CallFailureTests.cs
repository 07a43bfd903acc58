using AuditServer.Errors;
using AuditServer.Hosting;
using AuditServer.Tests.Support;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuditServer.Tests.Errors;

public sealed class CallFailureTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    private readonly ServerUnderTest server = new();

    private DateTime Now => server.Clock.GetUtcNow().UtcDateTime;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public void A_cancelled_call_is_cancelled_and_no_error() =>
        AssertQuiet(StatusCode.Cancelled, new OperationCanceledException(), new FakeCall(DateTime.MaxValue, Cancelled));

    [Fact]
    public void A_call_past_its_deadline_is_that_and_no_error() =>
        AssertQuiet(StatusCode.DeadlineExceeded, new OperationCanceledException(), new FakeCall(Now.AddSeconds(-1), Cancelled));

    [Fact]
    public void A_write_to_a_peer_that_has_gone_is_the_end_and_no_error() =>
        AssertQuiet(StatusCode.Cancelled, new IOException("The client reset the request stream."), new FakeCall(DateTime.MaxValue, Cancelled));

    [Fact]
    public void A_write_to_a_finished_request_is_the_end_and_no_error() =>
        AssertQuiet(StatusCode.Cancelled, new InvalidOperationException("the request is complete"), new FakeCall(DateTime.MaxValue, Cancelled));

    [Fact]
    public void A_statement_that_was_cancelled_with_its_call_is_cancelled_and_no_error() =>
        AssertQuiet(StatusCode.Cancelled, new SqliteException("interrupted", 9), new FakeCall(DateTime.MaxValue, Cancelled));

    [Fact]
    public void A_statement_that_was_cancelled_by_the_deadline_is_past_it_and_no_error() =>
        AssertQuiet(StatusCode.DeadlineExceeded, new SqliteException("interrupted", 9), new FakeCall(Now.AddSeconds(-1), Cancelled));

    [Fact]
    public void A_driver_exception_of_a_living_call_is_an_unexpected_failure_where_no_engine_knows_it() =>
        Assert.Equal(
            StatusCode.Internal,
            Translate(new SqliteException("no such table: x", 1), new FakeCall(DateTime.MaxValue, CancellationToken.None)).StatusCode);

    [Fact]
    public void A_status_of_the_transport_passes_unchanged()
    {
        var status = new RpcException(new(StatusCode.ResourceExhausted, "too large"));
        Assert.Same(status, Translate(status, new FakeCall(DateTime.MaxValue, CancellationToken.None)));
    }

    [Fact]
    public void A_fault_is_told_even_when_the_call_is_over() =>
        Assert.Equal(StatusCode.NotFound, Translate(Faults.UnknownForce("x"), new FakeCall(DateTime.MaxValue, Cancelled)).StatusCode);

    [Fact]
    public void An_IOException_of_a_living_call_is_an_unexpected_failure() =>
        Assert.Equal(StatusCode.Internal, Translate(new IOException("disk"), new FakeCall(DateTime.MaxValue, CancellationToken.None)).StatusCode);

    [Fact]
    public void A_fault_of_the_service_is_logged_even_when_the_call_is_over()
    {
        Assert.Equal(StatusCode.Internal, Translate(new KeyNotFoundException("bug"), new FakeCall(DateTime.MaxValue, Cancelled)).StatusCode);
        Assert.Contains(server.Log.Entries, entry => entry is { Level: LogLevel.Error, Exception.Message: "bug" });
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_an_unexpected_failure() =>
        Assert.Equal(
            StatusCode.Internal, Translate(new OperationCanceledException(), new FakeCall(DateTime.MaxValue, CancellationToken.None)).StatusCode);

    [Fact]
    public void A_cancellation_by_a_stopping_server_says_so()
    {
        server.App.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        RpcException ended = Translate(new OperationCanceledException(), new FakeCall(DateTime.MaxValue, CancellationToken.None));
        Assert.Equal("SERVER_STOPPING", ended.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
    }

    [Fact]
    public void A_call_that_no_server_bounds_has_its_own_token() =>
        Assert.Equal(Cancelled, new FakeCall(DateTime.MaxValue, Cancelled).StoppingToken());

    private RpcException Translate(Exception failure, ServerCallContext call) =>
        server.App.Services.GetRequiredService<CallFailure>().Translate(failure, call);

    private void AssertQuiet(StatusCode expected, Exception failure, ServerCallContext call)
    {
        Assert.Equal(expected, Translate(failure, call).StatusCode);
        Assert.DoesNotContain(server.Log.Entries, entry => entry.Level >= LogLevel.Error);
    }
}
