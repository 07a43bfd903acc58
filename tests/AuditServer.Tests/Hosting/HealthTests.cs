using System.Net;
using AuditServer.Storage;
using AuditServer.Tests.Support;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace AuditServer.Tests.Hosting;

public sealed class HealthTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_is_told_over_gRPC_and_over_HTTP_without_a_credential_and_follows_the_database_within_a_second()
    {
        Assert.Equal((HealthCheckResponse.Types.ServingStatus.Serving, HttpStatusCode.OK, "Healthy"), await AskAsync());
        string away = server.DatabaseFile + ".away";
        File.Move(server.DatabaseFile, away);
        Assert.Equal((HealthCheckResponse.Types.ServingStatus.Serving, HttpStatusCode.OK, "Healthy"), await AskAsync());
        server.Clock.Advance(StorageHealth.For);
        Assert.Equal((HealthCheckResponse.Types.ServingStatus.NotServing, HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync());
        File.Move(away, server.DatabaseFile);
        server.Clock.Advance(StorageHealth.For);
        Assert.Equal((HealthCheckResponse.Types.ServingStatus.Serving, HttpStatusCode.OK, "Healthy"), await AskAsync());
    }

    private async Task<(HealthCheckResponse.Types.ServingStatus OverGrpc, HttpStatusCode OverHttp, string Said)> AskAsync()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Addresses.GrpcAddress);
        HealthCheckResponse health = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest(), cancellationToken: Cancel);
        using var http = new HttpClient { BaseAddress = server.Addresses.JsonAddress };
        using HttpResponseMessage answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), Cancel);
        return (health.Status, answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
