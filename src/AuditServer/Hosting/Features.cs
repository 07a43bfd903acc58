using AuditCore.Recording;
using AuditServer.Audits;
using AuditServer.Incidents;
using AuditServer.Incidents.Intake;
using AuditServer.Moving;
using AuditServer.Rates;
using AuditServer.Reference;
using AuditServer.Replay;
using AuditServer.Sequencing;
using AuditServer.Storage;
using AuditServer.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuditServer.Hosting;

/// <summary>The features of the service: what each registers, and the gRPC services that they map.</summary>
internal static class Features
{
    public static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddSqlite()
        .AddSequencing()
        .AddIncidents()
        .AddRates()
        .AddAudits()
        .AddEstimates();

    /// <summary>What works on the log without serving it: the engine, the replay, export and import.</summary>
    public static IServiceCollection AddLogWork(this IServiceCollection services)
    {
        services.TryAddSingleton<IRecordingReference, PublishedReference>();
        services.AddSingleton<UpdateWriter>();
        return services.AddSqlite().AddReplay().AddMoving();
    }

    public static void MapFeatures(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<IncidentService>();
        endpoints.MapGrpcService<AuditService>();
        endpoints.MapGrpcService<RateService>();
        endpoints.MapGrpcService<ReferenceService>();
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services)
    {
        services.AddValidatedOptions<StorageOptions>(StorageOptions.Section);
        services.TryAddSingleton<IConnections, SqliteConnections>();
        services.AddSingleton<IStorageFailures, SqliteFailures>();
        services.AddSingleton<SqliteDatabase>();
        services.AddHostedService<SqliteMigrations>();
        services.AddSingleton<ILogStore, SqliteLogStore>();
        services.AddSingleton<ILogReads, SqliteLogReads>();
        services.AddSingleton<IIncidentReads, SqliteIncidentReads>();
        services.AddSingleton<IRateReads, SqliteRateReads>();
        services.AddSingleton<IAuditReads, SqliteAuditReads>();
        services.AddSingleton<IVolumeReads, SqliteVolumeReads>();
        return services;
    }

    private static IServiceCollection AddSequencing(this IServiceCollection services)
    {
        services.AddValidatedOptions<SequencerOptions>(SequencerOptions.Section);
        services.TryAddSingleton<ISaltSource, RandomSalts>();
        services.AddSingleton<UpdateWriter>();
        services.AddSingleton<Sequencer>();
        services.AddHostedService(s => s.GetRequiredService<Sequencer>());
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
        return services;
    }

    private static IServiceCollection AddRates(this IServiceCollection services)
    {
        services.AddValidatedOptions<RateOptions>(RateOptions.Section);
        services.AddSingleton<AccountedForQueries>();
        return services;
    }

    /// <summary>Settings are read and checked at start: a wrong one stops the server with its name.</summary>
    private static void AddValidatedOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
