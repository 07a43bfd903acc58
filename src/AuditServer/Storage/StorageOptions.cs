using System.ComponentModel.DataAnnotations;
using AuditServer.Hosting;
using Microsoft.Data.SqlClient;

namespace AuditServer.Storage;

/// <summary>Settings of the storage engine, section <c>CrimeAudit:Storage</c>.</summary>
internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "CrimeAudit:Storage";
    public const string Sqlite = "Sqlite";
    public const string SqlServer = "SqlServer";

    /// <summary>The engine: <c>Sqlite</c>, embedded, or <c>SqlServer</c>.</summary>
    [RegularExpression("^(Sqlite|SqlServer)$", ErrorMessage = "CrimeAudit:Storage:Provider must be Sqlite or SqlServer")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>The file of the embedded engine; created when it is not there.</summary>
    [Required(ErrorMessage = "CrimeAudit:Storage:Path names the database file")]
    public string Path { get; set; } = "crimeaudit.db";

    /// <summary>How SQL Server is reached; it names the database. Never logged: it can hold a password.</summary>
    [Secret]
    public string ConnectionString { get; set; } = "";

    /// <summary>How long a statement, or a wait for the turn, may take. Whole seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "CrimeAudit:Storage:CommandTimeout must be 1 second to 1 hour")]
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a start brings the schema up to date; otherwise it is refused until <c>AuditServer migrate</c> did.</summary>
    public bool MigrateAtStart { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == SqlServer && ConnectionString.Length == 0)
        {
            yield return new ValidationResult(
                "CrimeAudit:Storage:ConnectionString is missing: with Provider SqlServer it says how the database is reached",
                [nameof(ConnectionString)]);
        }

        if (Provider == SqlServer && ConnectionString.Length > 0 && WrongIn(ConnectionString) is { } wrong)
        {
            yield return new ValidationResult($"CrimeAudit:Storage:ConnectionString {wrong}", [nameof(ConnectionString)]);
        }

        if (CommandTimeout.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            yield return new ValidationResult("CrimeAudit:Storage:CommandTimeout must be whole seconds", [nameof(CommandTimeout)]);
        }
    }

    /// <summary>What is wrong with a connection string, without repeating its values.</summary>
    private static string? WrongIn(string connectionString)
    {
        try
        {
            return new SqlConnectionStringBuilder(connectionString).InitialCatalog.Length == 0 ? "names no database: Database=…" : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            // What the provider says can quote a part of a password that was not put in quotes.
            return "is not one: it holds a keyword or a value that the provider does not know; a value with ; or = in it goes into double quotes";
        }
    }
}
