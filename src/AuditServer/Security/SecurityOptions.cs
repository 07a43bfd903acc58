using System.ComponentModel.DataAnnotations;

namespace AuditServer.Security;

/// <summary>Whom the server believes, beside what <c>Authentication:Schemes:Bearer</c> says; section <c>CrimeAudit:Security</c>.</summary>
public sealed class SecurityOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "CrimeAudit:Security";

    /// <summary>
    /// Development only: the file that keeps the key of the server's own tokens, so that they survive a restart; made
    /// when it is not there, readable by its owner alone. Empty: next to the SQLite file
    /// (<c>CrimeAudit:Storage:Path</c>), or without one a key that lives as long as the process.
    /// </summary>
    public string? DevelopmentKeyFile { get; set; }

    /// <summary>For how long a token that was found valid is not checked anew, but for its expiry; zero: not at all.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan RememberTokens { get; set; } = TimeSpan.FromSeconds(30);
}
