using AuditServer.Tests.Audits;
using AuditServer.Tests.Support;
using Microsoft.Data.Sqlite;

namespace AuditServer.Tests.Sequencing;

public sealed class AppendOnlyTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    [Theory]
    [InlineData("UPDATE entries SET request_id = 'other'", "entries are append-only")]
    [InlineData("DELETE FROM entries", "entries are append-only")]
    [InlineData("UPDATE entry_payloads SET payload = x'00'", "payloads are append-only")]
    public async Task The_database_itself_refuses_to_change_the_log(string statement, string refusal)
    {
        await server.SubmitAsync(Given.Reports(1, $"code{statement.Length}"));
        await using var connection = new SqliteConnection($"Data Source={server.DatabaseFile}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = statement;
#pragma warning restore CA2100

        SqliteException refused = await Assert.ThrowsAsync<SqliteException>(
            () => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Contains(refusal, refused.Message, StringComparison.Ordinal);
    }
}
