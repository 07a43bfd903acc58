using AuditServer.Storage;

namespace AuditServer.Tests.Storage;

/// <summary>Everything the service runs on SQLite is prepared against the schema that its migrations make, and is run by something.</summary>
public sealed class SqliteSchemaTests : IDisposable
{
    private static readonly SqlText Sql = new(StorageOptions.Sqlite);

    private readonly SqliteGate gate = new();

    public static TheoryData<string> Files => [.. Sql.Names.Order(StringComparer.Ordinal)];

    public void Dispose() => gate.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_statement_fits_the_migrated_schema_and_its_parameters_are_named_with_a_dollar(string file) =>
        Assert.All(gate.ParametersOf(Sql[file]), name => Assert.StartsWith("$", name, StringComparison.Ordinal));

    [Theory]
    [InlineData("SELECT sise FROM log_head", "sise")]
    [InlineData("SELECT size FROM log_heads", "log_heads")]
    [InlineData("SELECT size FORM log_head", "syntax error")]
    [InlineData("SELECT size FROM log_head; SELECT 1", "more follows")]
    [InlineData("SELECT size FROM log_head WHERE id = ?", "has no name")]
    public void Broken_sql_does_not_pass(string sql, string told) =>
        Assert.Contains(told, Assert.Throws<FormatException>(() => gate.ParametersOf(sql)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_SQLite_statement_is_run_by_the_code() =>
        Assert.Empty(Sql.Names.Except(CalledFrom.Literals(typeof(SqlText).Assembly)));
}
