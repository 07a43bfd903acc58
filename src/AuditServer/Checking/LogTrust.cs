using System.Diagnostics.Metrics;
using AuditServer.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuditServer.Checking;

/// <summary>
/// Whether this instance still believes what the database holds of the log. Once it has found damage it does not, until it is started
/// anew: health says so, the log has the evidence, and a counter that must stay zero does not.
/// </summary>
internal sealed partial class LogTrust(IMeterFactory meters, ILogger<LogTrust> logger) : IHealthCheck
{
    /// <summary>The meter of this server.</summary>
    public const string MeterName = ServerTelemetry.Name;

    /// <summary>Counts what was found damaged.</summary>
    public const string DamagesName = "crimeaudit.ledger.damages";

    // What is damaged is found again and again; each is told once, and no more than fill a page or two.
    private const int MostTold = 100;

    private readonly Counter<long> damages = meters.Create(MeterName).CreateCounter<long>(
        DamagesName, "{damage}", "Entries, tiles and checkpoints found damaged, and proofs that did not verify; must stay zero");

    private readonly Lock gate = new();
    private readonly HashSet<string> told = [];

    /// <summary>Says that something is damaged.</summary>
    public void Lose(Damage damage) => Lose(damage.ToString());

    /// <summary>Says that something is damaged.</summary>
    /// <param name="evidence">Where, what was expected and what was found.</param>
    public void Lose(string evidence)
    {
        damages.Add(1);
        lock (gate)
        {
            if (told.Count == MostTold || !told.Add(evidence))
            {
                return;
            }
        }

        LogDamage(logger, evidence);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return Task.FromResult(told.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The log is damaged."));
        }
    }

    [LoggerMessage(LogLevel.Error, "The log is damaged, and this instance is not serving any more: {Evidence}")]
    private static partial void LogDamage(ILogger logger, string evidence);
}
