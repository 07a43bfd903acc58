using AuditServer.Audits;
using AuditServer.Hosting;
using AuditServer.Incidents;
using AuditServer.Incidents.Watching;
using AuditServer.Ledger;
using AuditServer.Overdue;
using AuditServer.Rates;
using AuditServer.Rebuild;
using AuditServer.Redactions;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;
using AuditServer.Storage.Migrations;
using AuditServer.Storage.Sqlite;
using AuditServer.Storage.SqlServer;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuditServer.Storage;

/// <summary>The engine that the settings name. Both stand behind the same interfaces; nothing else knows which it is.</summary>
internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        string provider = configuration[$"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}"] ?? StorageOptions.Sqlite;
        services.AddValidatedOptions<StorageOptions>(StorageOptions.Section);
        services.AddSingleton<StorageFaults>();
        services.AddSingleton<Migrator>();
        return provider == StorageOptions.SqlServer ? services.AddSqlServer() : services.AddSqlite();
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton(new MigrationScripts(StorageOptions.Sqlite));
        services.TryAddSingleton<IConnections, SqliteConnections>();
        services.TryAddSingleton<ISqliteStatements, SqliteStatements>();
        services.AddSingleton<IStorageFailures, SqliteFailures>();
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<SqliteTurnstile>();
        services.AddSingleton<IMigrationTarget, SqliteMigrationTarget>();
        services.AddSingleton<IMigrationText, SqliteMigrationText>();
        services.AddSingleton<ISchemaProbe, SqliteSchemaProbe>();
        services.AddSingleton<ILogStore, SqliteLogStore>();
        services.AddSingleton<ILogReads, SqliteLogReads>();
        services.AddSingleton<ILedgerReads, SqliteLedgerReads>();
        services.AddSingleton<IIncidentReads, SqliteIncidentReads>();
        services.AddSingleton<IWatchReads, SqliteWatchReads>();
        services.AddSingleton<IRateReads, SqliteRateReads>();
        services.AddSingleton<IOverdueReads, SqliteOverdueReads>();
        services.AddSingleton<IAuditReads, SqliteAuditReads>();
        services.AddSingleton<IVolumeReads, SqliteVolumeReads>();
        services.AddSingleton<IPublicTableReads, SqlitePublicTableReads>();
        services.AddSingleton<IDerivedReads, SqliteDerivedReads>();
        services.AddSingleton<IErasures, SqliteErasures>();
        services.AddSingleton<IAccessReads, SqliteAccessReads>();
        return services;
    }

    private static IServiceCollection AddSqlServer(this IServiceCollection services)
    {
        services.AddSingleton(new MigrationScripts(StorageOptions.SqlServer));
        services.TryAddSingleton<IConnections, SqlServerConnections>();
        services.AddSingleton<IStorageFailures, SqlServerFailures>();
        services.AddSingleton<SqlServerDatabase>();
        services.AddSingleton<IMigrationTarget, SqlServerMigrationTarget>();
        services.AddSingleton<IMigrationText, SqlServerMigrationText>();
        services.AddSingleton<IDatabaseCreation, SqlServerCreation>();
        services.AddSingleton<ISchemaProbe, SqlServerSchemaProbe>();
        services.AddSingleton<ILogStore, SqlServerLogStore>();
        services.AddSingleton<ILogReads, SqlServerLogReads>();
        services.AddSingleton<ILedgerReads, SqlServerLedgerReads>();
        services.AddSingleton<IIncidentReads, SqlServerIncidentReads>();
        services.AddSingleton<IWatchReads, SqlServerWatchReads>();
        services.AddSingleton<IRateReads, SqlServerRateReads>();
        services.AddSingleton<IOverdueReads, SqlServerOverdueReads>();
        services.AddSingleton<IAuditReads, SqlServerAuditReads>();
        services.AddSingleton<IVolumeReads, SqlServerVolumeReads>();
        services.AddSingleton<IPublicTableReads, SqlServerPublicTableReads>();
        services.AddSingleton<IDerivedReads, SqlServerDerivedReads>();
        services.AddSingleton<IErasures, SqlServerErasures>();
        services.AddSingleton<IAccessReads, SqlServerAccessReads>();
        return services;
    }
}
