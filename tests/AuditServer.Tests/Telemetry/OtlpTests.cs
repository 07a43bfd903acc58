using AuditServer.Hosting;
using AuditServer.Security;
using AuditServer.Tests.Moving;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Microsoft.AspNetCore.Builder;

namespace AuditServer.Tests.Telemetry;

/// <summary>Metrics and traces as a collector gets them: there where one is configured, and without anything of a record.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class OtlpTests : IDisposable
{
    private const string Reference = "whose-reference-this-is";

    private readonly Databases databases = new();

    public void Dispose() => databases.Dispose();

    [Fact]
    public async Task A_collector_gets_metrics_and_traces_and_nothing_of_a_record()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await using OtlpReceiver collector = await OtlpReceiver.StartAsync();
        await using WebApplication app = AuditServerHost.Build(
        [
            "--environment=Development", "--CrimeAudit:Hosting:GrpcUrl=http://127.0.0.1:0", "--CrimeAudit:Hosting:JsonUrl=http://127.0.0.1:0",
            $"--CrimeAudit:Storage:Path={databases.PathOf("told.db")}", $"--CrimeAudit:Telemetry:OtlpEndpoint={collector.Address}",
            "--CrimeAudit:Telemetry:OtlpProtocol=HttpProtobuf", "--CrimeAudit:Telemetry:MetricsEvery=00:00:00.200",
            "--CrimeAudit:Telemetry:TraceShare=1", "--Logging:LogLevel:Default=None",
        ]);
        await app.StartAsync(patience.Token);
        await AskAsync(app, patience.Token);
        await collector.UntilAsync("/v1/metrics", "crimeaudit.access.rows", patience.Token);
        await app.StopAsync(patience.Token);
        await collector.UntilAsync("/v1/traces", "GET /v1/forces/{force}", patience.Token);

        Assert.All(
            ["crimeaudit-server", "crimeaudit.turn.duration", "crimeaudit.entries", "http.server.request.duration"],
            name => Assert.Contains(name, collector.TextOf("/v1/metrics"), StringComparison.Ordinal));
        Assert.Contains("crimeaudit.works", collector.TextOf("/v1/traces"), StringComparison.Ordinal);
        Assert.DoesNotContain(Reference, collector.TextOf("/v1/traces") + collector.TextOf("/v1/metrics"), StringComparison.Ordinal);
    }

    private static async Task AskAsync(WebApplication app, CancellationToken cancel)
    {
        string token = AuditServerHost.DevelopmentTokens(app)!.Issue(new DevelopmentToken("tester", [Role.Submitter], ["kent"]));
        await using CrimeAuditClient client = CrimeAuditClient.Connect(AuditServerHost.Addresses(app).GrpcAddress.ToString(), token);
        await client.Incidents.SubmitAsync(
            IncidentUpdates.Opened("kent", "storm", Reference, new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero), "violence"), cancel);
        using var json = new HttpClient { BaseAddress = AuditServerHost.Addresses(app).JsonAddress };
        json.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using HttpResponseMessage answer = await json.GetAsync(new Uri($"/v1/forces/kent/systems/storm/incidents/{Reference}", UriKind.Relative), cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancel));
    }
}
