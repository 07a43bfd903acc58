using System.ComponentModel.DataAnnotations;

namespace AuditServer.Sequencing;

/// <summary>Settings of the write path, section <c>CrimeAudit:Sequencing</c>.</summary>
internal sealed class SequencerOptions
{
    public const string Section = "CrimeAudit:Sequencing";

    /// <summary>Updates that one turn commits at most.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 1_000;

    /// <summary>Updates that wait for their turn at most. Beyond it unary calls are refused and streams are not read.</summary>
    [Range(1, 1_000_000)]
    public int QueueCapacity { get; set; } = 20_000;

    /// <summary>After which delay a refused caller should ask again.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMilliseconds(250);
}
