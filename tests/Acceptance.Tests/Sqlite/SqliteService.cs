using Acceptance.Tests.Failures;
using Acceptance.Tests.Support;
using AuditServer.Storage;
using AuditServer.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Acceptance.Tests.Sqlite;

/// <summary>The service on a SQLite file.</summary>
public sealed class SqliteService : ServiceUnderTest
{
    public override string Engine => "Sqlite";

    // IOERR, READONLY, FULL, BUSY_SNAPSHOT.
    internal override EngineFailures Failures { get; } = new()
    {
        Gone = () => new SqliteException("disk I/O error in /var/lib", 10),
        ReadOnly = () => new SqliteException("attempt to write a readonly database", 8),
        Full = () => new SqliteException("database or disk is full", 13),
        Lost = () => new SqliteException("database is locked", 5, 517),
    };

    internal override IConnections Connections { get; } = new SqliteConnections();

    protected override string ConnectionString => $"Data Source={DatabaseFile}";

    public override string LineFeed => "char(10)";

    public override string Journal => "SchemaVersions";

    public override string Table(string name) => name;

    /// <summary>The file, once the server has been started.</summary>
    public string DatabaseFile { get; private set; } = "";

    protected override IEnumerable<KeyValuePair<string, string?>> Storage(string folderPath)
    {
        DatabaseFile = Path.Combine(folderPath, "crimeaudit.db");
        return [new("CrimeAudit:Storage:Provider", Engine), new("CrimeAudit:Storage:Path", DatabaseFile)];
    }

    // Connections that wait for reuse hold the file open.
    protected override ValueTask LetGoAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}
