using Acceptance.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Acceptance.Tests.Sqlite;

/// <summary>What only SQLite can do to an append-only table: put a row in the place of another without deleting one.</summary>
public sealed class SqliteAccessLogTests(SqliteService service) : AcceptanceTests<SqliteService>(service)
{
    [Theory]
    [InlineData("REPLACE INTO access_log SELECT access_index, at_micros, 'another', roles, home_forces, method, force, records, number FROM access_log")]
    [InlineData("INSERT OR REPLACE INTO access_digests SELECT entry_index, 5, 1 FROM access_digests")]
    [InlineData("INSERT OR REPLACE INTO access_digests SELECT entry_index + 1, first_row, 1 FROM access_digests")]
    public async Task A_row_of_the_access_log_is_not_replaced(string edit)
    {
        await using SqliteService told = await EmptyServiceAsync();
        told.IsDamaged = true;
        await told.RunSqlAsync(
            "INSERT INTO access_log VALUES (0, 0, 'reader', 'reader', 'kent', 'method', 'kent', '0', 1)",
            "INSERT INTO access_digests VALUES (0, 0, 1)");
        SqliteException refused = await Assert.ThrowsAsync<SqliteException>(() => told.RunSqlAsync(edit));
        Assert.Contains("the access log is append-only", refused.Message, StringComparison.Ordinal);
    }
}
