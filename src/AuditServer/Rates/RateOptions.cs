using System.ComponentModel.DataAnnotations;

namespace AuditServer.Rates;

/// <summary>Settings of live answers, section <c>CrimeAudit:Rates</c>.</summary>
internal sealed class RateOptions
{
    public const string Section = "CrimeAudit:Rates";

    /// <summary>A sending system that was not heard of for longer than this is stale: its figures must not be read as the force's.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>The same for single sending systems, by name: one that speaks each minute is silent long before a weekly one is.</summary>
    public IReadOnlyDictionary<string, TimeSpan> StaleAfterBySystem { get; set; } = new Dictionary<string, TimeSpan>();

    /// <summary>
    /// A sending system that tells of nothing later than this long ago is stale too, however much it sends: it works off a backlog.
    /// Null: only its silence counts. For systems that tell of something at any time.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan? StaleEventsAfter { get; set; }

    /// <summary>Sending systems that must be heard of, each as <c>force/system</c>: until then they are stale.</summary>
    public IReadOnlyList<string> ExpectedSystems { get; set; } = [];

    /// <summary>Fewer required crimes than this are told as counts with an exact interval.</summary>
    [Range(1, 1_000)]
    public int LowCountBelow { get; set; } = 30;

    /// <summary>Rows of a breakdown at most; the least counted values beyond it are one row. Codes are told by forces, in any number.</summary>
    [Range(1, 10_000)]
    public int MostRows { get; set; } = 1_000;

    /// <summary>How long after an answer a watch is told the next one at the earliest.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(1);
}
