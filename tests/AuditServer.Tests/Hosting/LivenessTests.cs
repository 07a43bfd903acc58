using System.Net;
using AuditServer.Storage;
using AuditServer.Tests.Support;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Status = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace AuditServer.Tests.Hosting;

/// <summary>Whether the process lives, and whether calls should come to it, are asked apart.</summary>
public sealed class LivenessTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_whose_database_is_gone_lives_and_is_not_ready()
    {
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, Status.Serving, Status.Serving), await AskAsync());
        string away = server.DatabaseFile + ".away";
        File.Move(server.DatabaseFile, away);
        server.Clock.Advance(StorageHealth.For);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, Status.Serving, Status.NotServing), await AskAsync());
        File.Move(away, server.DatabaseFile);
        server.Clock.Advance(StorageHealth.For);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, Status.Serving, Status.Serving), await AskAsync());
    }

    private async Task<(HttpStatusCode Lives, HttpStatusCode IsReady, Status LivesOverGrpc, Status IsReadyOverGrpc)> AskAsync() =>
        (await OverHttpAsync("/health/live"), await OverHttpAsync("/health/ready"), await OverGrpcAsync("live"), await OverGrpcAsync("ready"));

    private async Task<HttpStatusCode> OverHttpAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = server.Addresses.JsonAddress };
        using HttpResponseMessage answer = await http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }

    private async Task<Status> OverGrpcAsync(string service)
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Addresses.GrpcAddress);
        return (await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest { Service = service }, cancellationToken: Cancel)).Status;
    }
}
