using AuditCore.Recording;
using AuditServer.Audits;
using AuditServer.Checking;
using AuditServer.Incidents;
using AuditServer.Incidents.Intake;
using AuditServer.Incidents.Watching;
using AuditServer.Ledger;
using AuditServer.Moving;
using AuditServer.Overdue;
using AuditServer.Overdue.Watching;
using AuditServer.Rates;
using AuditServer.Rebuild;
using AuditServer.Redactions;
using AuditServer.Reference;
using AuditServer.Replay;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;
using AuditServer.Storage;
using AuditServer.Storage.Migrations;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuditServer.Hosting;

/// <summary>The features of the service: what each registers, and the gRPC services that they map.</summary>
internal static class Features
{
    /// <summary>Whether the process lives, over plain HTTP: 200. It asks nobody, so that a database that is gone restarts no server.</summary>
    private const string LivePath = "/health/live";

    /// <summary>Whether calls should come here: 200 while this instance is SERVING, else 503. It says no more, and needs no credential.</summary>
    private const string ReadyPath = "/health/ready";

    /// <summary>The same under the name by which it was known first.</summary>
    private const string HealthPath = "/healthz";

    // The same two over gRPC, as names of services.
    private const string Live = "live";
    private const string Ready = "ready";

    public static IServiceCollection AddFeatures(this IServiceCollection services, IConfiguration configuration) => services
        .AddStorage(configuration)
        .AddHostedService<MigrationService>()
        .AddHostedService<ValueCountDerivation>()
        .AddHostedService<RowDerivation>()
        .AddLedger()
        .AddRedactions()
        .AddSequencing()
        .AddAccessLog()
        .AddIncidents()
        .AddWatching()
        .AddRates()
        .AddOverdue()
        .AddAudits()
        .AddEstimates()
        .AddSelfCheck()
        .AddHealth();

    /// <summary>What works on the log without serving it: the engine, the replay, export, import, rebuild and check.</summary>
    public static IServiceCollection AddLogWork(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<IRecordingReference, PublishedReference>();
        services.AddSingleton<UpdateWriter>();
        return services.AddStorage(configuration).AddHostedService<MigrationService>().AddHostedService<ValueCountDerivation>()
            .AddHostedService<RowDerivation>().AddTree().AddReplay().AddMoving().AddRebuild().AddChecking();
    }

    public static void MapFeatures(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<IncidentService>();
        endpoints.MapGrpcService<AuditService>();
        endpoints.MapGrpcService<RateService>();
        endpoints.MapGrpcService<LedgerService>();
        endpoints.MapGrpcService<ReferenceService>();
        endpoints.MapGrpcHealthChecksService();
        endpoints.MapHealthChecks(LivePath, new HealthCheckOptions { Predicate = check => check.Name == Live });
        endpoints.MapHealthChecks(ReadyPath);
        endpoints.MapHealthChecks(HealthPath);
    }

    private static IServiceCollection AddSequencing(this IServiceCollection services)
    {
        services.AddValidatedOptions<SequencerOptions>(SequencerOptions.Section);
        services.TryAddSingleton<ISaltSource, RandomSalts>();
        services.AddSingleton<UpdateWriter>();
        services.AddSingleton<LogSignal>();
        services.AddSingleton<Sequencer>();
        services.AddHostedService(s => s.GetRequiredService<Sequencer>());
        services.AddHostedService<HeadPoll>();
        return services;
    }

    private static IServiceCollection AddIncidents(this IServiceCollection services)
    {
        services.AddValidatedOptions<IncidentOptions>(IncidentOptions.Section);
        services.TryAddSingleton<IRecordingReference, PublishedReference>();
        services.AddSingleton<EventTimeCheck>();
        services.AddSingleton<UpdateCheck>();
        services.AddSingleton<UpdateIntake>();
        services.AddSingleton<IncidentQueries>();
        services.AddSingleton<Receipts>();
        return services;
    }

    private static IServiceCollection AddRedactions(this IServiceCollection services)
    {
        services.AddSingleton<RedactionWriter>();
        services.AddSingleton<RedactionCalls>();
        services.AddSingleton<Erasures>();
        services.AddHostedService(s => s.GetRequiredService<Erasures>());
        return services;
    }

    private static IServiceCollection AddWatching(this IServiceCollection services)
    {
        services.AddValidatedOptions<WatchingOptions>(WatchingOptions.Section);
        services.AddSingleton<WatchLimit>();
        services.AddSingleton<WatchTurns>();
        services.AddSingleton<WatchReading>();
        services.AddSingleton<IncidentWatches>();
        return services;
    }

    private static IServiceCollection AddRates(this IServiceCollection services)
    {
        services.AddFreshness();
        services.AddSingleton<LiveCountReads>();
        services.AddSingleton<AccountedForQueries>();
        services.AddSingleton<RateWatches>();
        services.AddSingleton<PublicTables>();
        return services;
    }

    private static IServiceCollection AddOverdue(this IServiceCollection services)
    {
        services.AddSingleton<OverdueMessages>();
        services.AddSingleton<OverdueQueries>();
        services.AddSingleton<OverdueHistories>();
        services.AddSingleton<OverdueSources>();
        services.AddSingleton<OverdueAudience>();
        services.AddSingleton<OverdueWatches>();
        services.AddHostedService<OverdueClock>();
        return services;
    }

    /// <summary>
    /// Health as load balancers ask for it (<c>grpc.health.v1</c>, and <see cref="ReadyPath"/> for those that speak HTTP only):
    /// SERVING while the database can be worked with, and the log in it was not found damaged.
    /// </summary>
    private static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<StorageHealth>();
        services.AddGrpcHealthChecks(health =>
            {
                health.Services.Map(CrimeAudit.V1.LedgerService.Descriptor.FullName, _ => true);
                health.Services.Map(Ready, _ => true);
                health.Services.Map(Live, check => check.Name == Live);
            })
            // It answers, so it lives.
            .AddCheck(Live, () => HealthCheckResult.Healthy())
            .AddCheck<StorageHealth>("storage")
            .AddCheck<LogTrust>("log")
            .AddCheck<StoppingHealth>("stopping");
        return services;
    }
}
