using System.ComponentModel.DataAnnotations;

namespace AuditServer.Storage;

/// <summary>Settings of the storage engine, section <c>CrimeAudit:Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "CrimeAudit:Storage";

    /// <summary>The engine: <c>Sqlite</c>.</summary>
    [RegularExpression("^Sqlite$", ErrorMessage = "CrimeAudit:Storage:Provider must be Sqlite")]
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The file of the embedded engine; created when it is not there.</summary>
    [Required(ErrorMessage = "CrimeAudit:Storage:Path names the database file")]
    public string Path { get; set; } = "crimeaudit.db";
}
