using System.ComponentModel.DataAnnotations;

namespace AuditServer.Checking;

/// <summary>Settings of the check that a serving instance makes of its own log, section <c>CrimeAudit:SelfCheck</c>.</summary>
internal sealed class SelfCheckOptions
{
    public const string Section = "CrimeAudit:SelfCheck";

    /// <summary>How long to wait between two looks; 0: none is taken.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Entries that a look re-reads, chosen at random.</summary>
    [Range(1, 10_000)]
    public int Entries { get; set; } = 20;

    /// <summary>Leaves, chosen at random, whose tiles up to the root a look re-reads.</summary>
    [Range(1, 1_000)]
    public int Tiles { get; set; } = 4;
}
