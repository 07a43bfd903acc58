namespace CrimeAudit.Client;

/// <summary>
/// What the client tells OpenTelemetry and other listeners. The README of the package lists every activity and instrument; no reference
/// of an incident, and nothing else that a force sent, is ever in one.
/// </summary>
public static class CrimeAuditTelemetry
{
    /// <summary>Name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>: that of the package.</summary>
    public const string SourceName = "CrimeAudit.Client";
}
