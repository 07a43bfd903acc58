using AuditServer.Storage.Migrations;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuditServer.Storage;

/// <summary>
/// Whether the database answers, and has the version of the schema that this program works with. Anybody may ask, so it is asked once at
/// a time, and its answer holds for a second.
/// </summary>
internal sealed class StorageHealth(ISchemaProbe probe, MigrationScripts scripts, IStorageFailures failures, TimeProvider clock) : IHealthCheck
{
    /// <summary>How long an answer holds.</summary>
    public static readonly TimeSpan For = TimeSpan.FromSeconds(1);

    private readonly Lock turn = new();
    private Task<HealthCheckResult>? answer;
    private long askedAt;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (turn)
        {
            if (answer is null || (answer.IsCompleted && clock.GetElapsedTime(askedAt) >= For))
            {
                // Not ended by who asks: others wait for the same answer.
                (answer, askedAt) = (Task.Run(AskAsync, CancellationToken.None), clock.GetTimestamp());
            }

            return answer.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthCheckResult> AskAsync()
    {
        try
        {
            int version = await probe.ReadVersionAsync(CancellationToken.None);
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
