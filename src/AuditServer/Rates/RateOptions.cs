using System.ComponentModel.DataAnnotations;

namespace AuditServer.Rates;

/// <summary>Settings of live answers, section <c>CrimeAudit:Rates</c>.</summary>
internal sealed class RateOptions
{
    public const string Section = "CrimeAudit:Rates";

    /// <summary>A sending system that was not heard of for longer than this is stale: its figures must not be read as the force's.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Fewer required crimes than this are told as counts with an exact interval.</summary>
    [Range(1, 1_000)]
    public int LowCountBelow { get; set; } = 30;
}
