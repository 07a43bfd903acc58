using System.ComponentModel.DataAnnotations;

namespace AuditServer.Sequencing;

/// <summary>Settings of the write path, section <c>CrimeAudit:Sequencing</c>.</summary>
internal sealed class SequencerOptions
{
    public const string Section = "CrimeAudit:Sequencing";

    /// <summary>Updates that one turn commits at most.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 1_000;

    /// <summary>Updates of streams that wait for their turn at most. Beyond it streams are not read.</summary>
    [Range(1, 1_000_000)]
    public int QueueCapacity { get; set; } = 20_000;

    /// <summary>Of these, how many are kept for unary calls, so that a back-fill by stream does not shut them out.</summary>
    [Range(1, 1_000_000)]
    public int ReservedForCalls { get; set; } = 2_000;

    /// <summary>After which delay a refused caller should ask again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often to look for what other instances committed, while somebody watches.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan HeadPoll { get; set; } = TimeSpan.FromMilliseconds(200);
}
