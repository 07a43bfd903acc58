using AuditServer.Storage.Migrations;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuditServer.Storage;

/// <summary>Whether the database answers, and has the version of the schema that this program works with.</summary>
internal sealed class StorageHealth(ISchemaProbe probe, MigrationScripts scripts, IStorageFailures failures) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            int version = await probe.ReadVersionAsync(cancellationToken);
            return version == scripts.Latest
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy(new SchemaMismatchException(version, scripts.Latest).Message);
        }
        catch (Exception exception) when (failures.Of(exception) != StorageFailure.None)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }
}
