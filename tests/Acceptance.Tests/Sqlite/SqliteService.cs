using Acceptance.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Acceptance.Tests.Sqlite;

/// <summary>The service on a SQLite file.</summary>
public sealed class SqliteService : ServiceUnderTest
{
    public override string Engine => "Sqlite";

    protected override IEnumerable<KeyValuePair<string, string?>> Storage(string folderPath) =>
        [new("CrimeAudit:Storage:Provider", Engine), new("CrimeAudit:Storage:Path", Path.Combine(folderPath, "crimeaudit.db"))];

    // Connections that wait for reuse hold the file open.
    protected override ValueTask LetGoAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}
