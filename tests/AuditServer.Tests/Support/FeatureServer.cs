using AuditServer.Hosting;
using AuditServer.Incidents;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Support;

/// <summary>The whole server on a database of its own, as clients see it.</summary>
public sealed class FeatureServer : IAsyncLifetime
{
    public const string Force = "thames-valley";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-tests-");
    private WebApplication? app;
    private GrpcChannel? channel;

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2018, 1, 5, 9, 0, 0, TimeSpan.Zero));

    internal RecordedLog Log { get; } = new();

    internal AuditService.AuditServiceClient Audits => new(channel!);

    internal CrimeAudit.V1.IncidentService.IncidentServiceClient Incidents => new(channel!);

    internal RateService.RateServiceClient Rates => new(channel!);

    internal LedgerService.LedgerServiceClient Ledger => new(channel!);

    internal IServiceProvider Services => app!.Services;

    internal ServerAddresses Addresses => AuditServerHost.Addresses(app!);

    internal string DatabaseFile => Path.Combine(folder.FullName, "crimeaudit.db");

    public async ValueTask InitializeAsync()
    {
        app = AuditServerHost.Build(["--environment=Development"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["CrimeAudit:Hosting:GrpcUrl"] = "http://127.0.0.1:0",
                ["CrimeAudit:Hosting:JsonUrl"] = "http://127.0.0.1:0",
                ["CrimeAudit:Storage:Path"] = DatabaseFile,
                ["CrimeAudit:Security:DevelopmentKeyFile"] = Path.Combine(folder.FullName, "development-key"),
            });
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        channel = GrpcChannel.ForAddress(AuditServerHost.Addresses(app).GrpcAddress);
    }

    public async ValueTask DisposeAsync()
    {
        channel?.Dispose();
        if (app is not null)
        {
            await app.StopAsync(TestContext.Current.CancellationToken);
            await app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    internal Metadata As(string subject, string[] roles, params string[] forces) => new()
    {
        { "authorization", $"Bearer {AuditServerHost.DevelopmentTokens(app!)!.Issue(new DevelopmentToken(subject, roles, forces))}" },
    };

    internal Metadata Lead() => As("lena", [Role.Lead]);

    internal Metadata Registrar(string force = Force) => As("rob", [Role.Registrar], force);

    internal Metadata Auditor(string subject = "anna", string home = "kent") => As(subject, [Role.Auditor], home);

    internal AsyncUnaryCall<CommitSeedResponse> CommitSeed(CommitSeedRequest request, Metadata by) =>
        Audits.CommitSeedAsync(request, by, cancellationToken: TestContext.Current.CancellationToken);

    internal AsyncUnaryCall<CreateAuditResponse> CreateAudit(CreateAuditRequest request, Metadata by) =>
        Audits.CreateAuditAsync(request, by, cancellationToken: TestContext.Current.CancellationToken);

    internal AsyncUnaryCall<GetAuditResponse> GetAudit(GetAuditRequest request, Metadata by) =>
        Audits.GetAuditAsync(request, by, cancellationToken: TestContext.Current.CancellationToken);

    internal AsyncUnaryCall<ListAuditsResponse> ListAudits(ListAuditsRequest request, Metadata by) =>
        Audits.ListAuditsAsync(request, by, cancellationToken: TestContext.Current.CancellationToken);

    internal AsyncUnaryCall<RevealSeedResponse> RevealSeed(RevealSeedRequest request, Metadata by) =>
        Audits.RevealSeedAsync(request, by, cancellationToken: TestContext.Current.CancellationToken);

    internal AsyncUnaryCall<SubmitReviewResponse> SubmitReview(SubmitReviewRequest request, Metadata by) =>
        Audits.SubmitReviewAsync(request, by, cancellationToken: TestContext.Current.CancellationToken);

    internal AsyncUnaryCall<EstimateRecordingRateResponse> EstimateRecordingRate(EstimateRecordingRateRequest request, Metadata by) =>
        Rates.EstimateRecordingRateAsync(request, by, cancellationToken: TestContext.Current.CancellationToken);

    internal AsyncUnaryCall<ImportVolumesResponse> ImportVolumes(ImportVolumesRequest request, Metadata by) =>
        Rates.ImportVolumesAsync(request, by, cancellationToken: TestContext.Current.CancellationToken);

    internal AsyncUnaryCall<ListVolumesResponse> ListVolumes(ListVolumesRequest request, Metadata by) =>
        Rates.ListVolumesAsync(request, by, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Submits updates as a force does, past the checks of the wire.</summary>
    internal async Task SubmitAsync(IEnumerable<IncidentUpdate> updates)
    {
        Sequencer sequencer = Services.GetRequiredService<Sequencer>();
        ISaltSource salts = Services.GetRequiredService<ISaltSource>();
        foreach (IncidentUpdate[] chunk in updates.Chunk(1_000))
        {
            var work = new UpdateWork([.. chunk.Select(u => new AcceptedUpdate(u, salts))]);
            await sequencer.EnqueueAsync(work, TestContext.Current.CancellationToken);
            Assert.All(await work.Done, outcome => Assert.Null(outcome.Refusal));
        }
    }

    /// <summary>How a call is refused: its reason, and what it says.</summary>
    internal static async Task<Refusal> RefusalOfAsync<T>(AsyncUnaryCall<T> call) =>
        RefusalOf(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync));

    internal static Refusal RefusalOf(RpcException refused)
    {
        Google.Rpc.Status status = refused.GetRpcStatus() ?? throw new InvalidOperationException($"no rich status: {refused.Status}");
        return new Refusal(
            status.GetDetail<ErrorInfo>()!.Reason,
            status.Message,
            [.. (status.GetDetail<BadRequest>()?.FieldViolations ?? []).Select(v => v.Field)],
            status.GetDetail<PreconditionFailure>()?.Violations[0].Type ?? "",
            status.GetDetail<ErrorInfo>()!.Metadata);
    }

    internal sealed record Refusal(string Reason, string Message, IReadOnlyList<string> Fields, string State, IDictionary<string, string> Metadata);
}
