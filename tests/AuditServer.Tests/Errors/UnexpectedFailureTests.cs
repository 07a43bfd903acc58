using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Status = Google.Rpc.Status;

namespace AuditServer.Tests.Errors;

public sealed class UnexpectedFailureTests(ServerUnderTest server) : IClassFixture<ServerUnderTest>
{
    private const string Secret = "Server=db;Password=hunter2";

    [Fact]
    public async Task An_unexpected_failure_of_a_unary_call_tells_only_the_id_that_the_log_has()
    {
        server.Behaviour.Unary = _ => throw new InvalidOperationException(Secret);
        var client = new ReferenceService.ReferenceServiceClient(server.Channel);
        RpcException failure = await Assert.ThrowsAsync<RpcException>(async () => await client.ListForcesAsync(
            new ListForcesRequest(), server.Credential(Role.Admin), cancellationToken: TestContext.Current.CancellationToken));
        AssertTellsOnlyTheId(failure);
    }

    [Fact]
    public async Task An_unexpected_failure_of_a_stream_tells_only_the_id_that_the_log_has()
    {
        server.Behaviour.Stream = (_, _, _) => throw new InvalidOperationException(Secret);
        using AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> call =
            new IncidentService.IncidentServiceClient(server.Channel).StreamIncidents(
                server.Credential(Role.Submitter), cancellationToken: TestContext.Current.CancellationToken);
        AssertTellsOnlyTheId(await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task An_unexpected_failure_over_json_tells_only_the_id()
    {
        server.Behaviour.Unary = _ => throw new InvalidOperationException(Secret);
        using HttpRequestMessage request = server.JsonRequest(HttpMethod.Get, "/v1/forces");
        using HttpResponseMessage response = await server.Json.SendAsync(request, TestContext.Current.CancellationToken);
        Status status = await Wire.StatusOfAsync(response);
        Assert.Equal("INTERNAL_FAULT", status.GetDetail<ErrorInfo>().Reason);
        Assert.DoesNotContain("hunter2", status.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cause_of_a_refusal_stays_in_the_log()
    {
        server.Behaviour.Unary = _ => throw Faults.StorageUnavailable(TimeSpan.FromSeconds(1), new IOException("disk of the refusal"));
        var client = new ReferenceService.ReferenceServiceClient(server.Channel);
        RpcException failure = await Assert.ThrowsAsync<RpcException>(async () => await client.ListForcesAsync(
            new ListForcesRequest(), server.Credential(Role.Admin), cancellationToken: TestContext.Current.CancellationToken));
        Assert.DoesNotContain("disk", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            server.Log.OfCategory(typeof(CallFailure)),
            entry => entry is { Level: LogLevel.Warning, Exception.Message: "disk of the refusal" });
    }

    private void AssertTellsOnlyTheId(RpcException failure)
    {
        Status status = failure.GetRpcStatus()!;
        Assert.Equal(StatusCode.Internal, failure.StatusCode);
        Assert.Equal("INTERNAL_FAULT", Assert.Single(status.Details).Unpack<ErrorInfo>().Reason);
        Assert.DoesNotContain("hunter2", status.ToString(), StringComparison.Ordinal);
        Assert.Single(
            server.Log.OfCategory(typeof(CallFailure)),
            entry => entry.Level == LogLevel.Error
                && entry.Exception?.Message == Secret
                && status.Message.Contains(entry.Text.Split(' ')[1], StringComparison.Ordinal));
    }
}
