using System.ComponentModel.DataAnnotations;

namespace AuditServer.Incidents.Watching;

/// <summary>Settings of watches, section <c>CrimeAudit:Watching</c>.</summary>
internal sealed class WatchingOptions
{
    public const string Section = "CrimeAudit:Watching";

    /// <summary>Watches that this instance serves at once.</summary>
    [Range(1, 100_000)]
    public int MostWatches { get; set; } = 1_000;

    /// <summary>Updates that a watch reads at a time; twice as many it holds in memory, with the histories of their incidents.</summary>
    [Range(1, 1_000)]
    public int PageSize { get; set; } = 100;

    /// <summary>Pages read at a time, of all watches together: however many there are, the database is left to others too.</summary>
    [Range(1, 1_000)]
    public int Reads { get; set; } = 8;

    /// <summary>Entries of the log after which a checkpoint is told at the latest, whether or not any passed the filter.</summary>
    [Range(1, 1_000_000)]
    public int CheckpointEvery { get; set; } = 1_000;

    /// <summary>Crimes in the list with which a watch of overdue crimes begins, the worst.</summary>
    [Range(1, 10_000)]
    public int OverdueListed { get; set; } = 1_000;

    /// <summary>Changes of overdue crimes that may wait for a reader; of one that is slower, the watch begins anew with the list.</summary>
    [Range(1, 1_000_000)]
    public int OverdueBacklog { get; set; } = 10_000;

    /// <summary>After which silence a heartbeat is told.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After which delay a watch that was refused because there are too many should ask again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);
}
