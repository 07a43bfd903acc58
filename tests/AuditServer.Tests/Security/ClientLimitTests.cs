using AuditServer.Hosting;
using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Rpc;
using Grpc.Core;

namespace AuditServer.Tests.Security;

/// <summary>What one client may ask of an instance.</summary>
public sealed class ClientLimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_calls_too_often_is_told_when_to_ask_again_and_others_are_not_held_up()
    {
        await using ServerUnderTest server = await StartAsync(
            ("CrimeAudit:Limits:Calls", "1"), ("CrimeAudit:Limits:CallBurst", "3"), ("CrimeAudit:Limits:CallPeriod", "01:00:00"));
        for (int i = 0; i < 3; i++)
        {
            Assert.Null(await CallAsync(server, "busy"));
        }

        RpcException refused = Assert.IsType<RpcException>(await CallAsync(server, "busy"));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("RATE_LIMITED", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.InRange(refused.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan(), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Assert.Contains("CrimeAudit:Limits:Calls", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Null(await CallAsync(server, "quiet"));
    }

    [Fact]
    public async Task Json_is_counted_with_the_same_client_s_calls()
    {
        await using ServerUnderTest server = await StartAsync(
            ("CrimeAudit:Limits:Calls", "1"), ("CrimeAudit:Limits:CallBurst", "1"), ("CrimeAudit:Limits:CallPeriod", "01:00:00"));
        Assert.Null(await CallAsync(server, "tester"));
        using HttpRequestMessage request = server.JsonRequest(HttpMethod.Get, "/v1/forces");
        using HttpResponseMessage refused = await server.Json.SendAsync(request, Cancel);
        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("RATE_LIMITED", (await Wire.StatusOfAsync(refused)).GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task A_client_with_as_many_streams_as_it_may_have_gets_one_again_when_another_ends()
    {
        await using ServerUnderTest server = await StartAsync(("CrimeAudit:Limits:Streams", "2"));
        using AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> first = await OpenAsync(server, "watcher");
        using AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> second = await OpenAsync(server, "watcher");
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => OpenAsync(server, "watcher"));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("TOO_MANY_STREAMS", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(TimeSpan.FromSeconds(5), refused.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan());
        Assert.Contains("2 streams open at once (CrimeAudit:Limits:Streams)", refused.Status.Detail, StringComparison.Ordinal);
        using AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> another = await OpenAsync(server, "another");

        // Ended by the server too once it noticed, which is when its place is free.
        first.Dispose();
        while (true)
        {
            Cancel.ThrowIfCancellationRequested();
            try
            {
                using AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> third = await OpenAsync(server, "watcher");
                return;
            }
            catch (RpcException full) when (full.StatusCode == StatusCode.ResourceExhausted)
            {
            }
        }
    }

    [Fact]
    public async Task A_call_that_is_not_permitted_is_not_counted()
    {
        await using ServerUnderTest server = await StartAsync(
            ("CrimeAudit:Limits:Calls", "1"), ("CrimeAudit:Limits:CallBurst", "1"), ("CrimeAudit:Limits:CallPeriod", "01:00:00"));
        Assert.Equal(
            StatusCode.PermissionDenied,
            await Wire.StatusOfAsync(server.Channel, "/crimeaudit.v1.AuditService/GetAudit", MethodType.Unary, CredentialOf(server, "busy")));
        Assert.Null(await CallAsync(server, "busy"));
    }

    private static async Task<ServerUnderTest> StartAsync(params (string Setting, string? Value)[] settings)
    {
        var server = new ServerUnderTest("Development", settings)
        {
            Behaviour =
            {
                Stream = async (_, answers, call) =>
                {
                    await answers.WriteAsync(new StreamIncidentsResponse());
                    await Task.Delay(Timeout.Infinite, call.CancellationToken);
                },
            },
        };
        await server.InitializeAsync();
        return server;
    }

    private static async Task<RpcException?> CallAsync(ServerUnderTest server, string subject)
    {
        try
        {
            await new ReferenceService.ReferenceServiceClient(server.Channel)
                .ListForcesAsync(new ListForcesRequest(), CredentialOf(server, subject), cancellationToken: Cancel);
            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }

    private static async Task<AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse>> OpenAsync(ServerUnderTest server, string subject)
    {
        AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> call = new IncidentService.IncidentServiceClient(server.Channel)
            .StreamIncidents(CredentialOf(server, subject), cancellationToken: Cancel);
        await call.ResponseStream.MoveNext(Cancel);
        return call;
    }

    private static Metadata CredentialOf(ServerUnderTest server, string subject) =>
        ServerUnderTest.Bearer(server.Tokens.Issue(new DevelopmentToken(subject, [Role.Submitter], ["thames-valley"])));
}
