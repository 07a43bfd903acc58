using System.ComponentModel.DataAnnotations;

namespace AuditServer.Security.Accesses;

/// <summary>Settings of the access log, section <c>CrimeAudit:AccessLog</c>.</summary>
internal sealed class AccessLogOptions
{
    public const string Section = "CrimeAudit:AccessLog";

    /// <summary>How long a row waits at most for the entry that covers it. Looked at every minute.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan DigestEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many records a stream tells at most before it notes them.</summary>
    [Range(1, 100_000)]
    public int StreamRecords { get; set; } = 1_000;

    /// <summary>
    /// After how long a stream notes what it told, once it tells another record: one that falls silent owes the rest until its end.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan StreamInterval { get; set; } = TimeSpan.FromMinutes(1);
}
