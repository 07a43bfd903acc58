using System.ComponentModel.DataAnnotations;

namespace AuditServer.Incidents.Intake;

/// <summary>Settings of what is taken in, section <c>CrimeAudit:Incidents</c>.</summary>
internal sealed class IncidentOptions
{
    public const string Section = "CrimeAudit:Incidents";

    /// <summary>Updates in one batch or one message of a stream at most.</summary>
    [Range(1, 1_000)]
    public int MaxBatch { get; set; } = 1_000;

    /// <summary>How far past the server's clock an event time may lie, for clocks that differ.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Messages of one stream that wait for their acknowledgement at most.</summary>
    [Range(1, 1_000)]
    public int StreamWindow { get; set; } = 16;
}
