using System.ComponentModel.DataAnnotations;
using AuditServer.Hosting;

namespace AuditServer.Ledger;

/// <summary>Settings of the provable log, section <c>CrimeAudit:Ledger</c>.</summary>
internal sealed class LedgerOptions
{
    public const string Section = "CrimeAudit:Ledger";

    /// <summary>The origin of a Development server that names none.</summary>
    public const string DevelopmentOrigin = "crimeaudit.localhost";

    /// <summary>Names this log for ever, a URL without its scheme: <c>crimeaudit.example.org/log</c>. It is the name of its keys too.</summary>
    public string Origin { get; set; } = "";

    /// <summary>The file that keeps the key which signs checkpoints, readable by its owner alone.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The key itself, where the environment holds it rather than a file.</summary>
    [Secret]
    public string Key { get; set; } = "";

    /// <summary>While keys are changed: the file of the second key. Both sign.</summary>
    public string NextKeyFile { get; set; } = "";

    /// <summary>While keys are changed: the second key itself.</summary>
    [Secret]
    public string NextKey { get; set; } = "";

    /// <summary>Entries in one message of ReadEntries at most.</summary>
    [Range(1, 10_000)]
    public int PageSize { get; set; } = 500;
}
