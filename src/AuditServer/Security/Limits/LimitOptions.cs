using System.ComponentModel.DataAnnotations;

namespace AuditServer.Security.Limits;

/// <summary>How much one client may ask of an instance, section <c>CrimeAudit:Limits</c>. A client is a credential's subject.</summary>
internal sealed class LimitOptions
{
    public const string Section = "CrimeAudit:Limits";

    /// <summary>Unary calls that a client may make in <see cref="CallPeriod"/>, over a longer time.</summary>
    [Range(1, 1_000_000)]
    public int Calls { get; set; } = 1_000;

    /// <summary>Unary calls that a client who was quiet may make at once.</summary>
    [Range(1, 1_000_000)]
    public int CallBurst { get; set; } = 5_000;

    /// <summary>The time of <see cref="Calls"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan CallPeriod { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Streams that a client may have open at once, of all kinds together.</summary>
    [Range(1, 100_000)]
    public int Streams { get; set; } = 200;

    /// <summary>After which delay a client with too many streams should ask again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan StreamRetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections that an instance takes at once, of all clients together; further ones are closed.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 10_000;
}
