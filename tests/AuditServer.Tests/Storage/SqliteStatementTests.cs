using AuditServer.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace AuditServer.Tests.Storage;

public sealed class SqliteStatementTests : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public SqliteStatementTests() => connection.Open();

    public void Dispose() => connection.Dispose();

    [Theory]
    [InlineData("SELECT $a + $b", "a")]
    [InlineData("SELECT $a", "a", "b")]
    [InlineData("SELECT $a", "A")]
    [InlineData("SELECT $a", "a", "a")]
    [InlineData("SELECT 1 -- $a", "a")]
    [InlineData("SELECT '$a'", "a")]
    public void Names_that_are_not_those_of_the_text_throw_when_the_statement_is_prepared(string sql, params string[] names) =>
        Assert.Throws<ArgumentException>(() => Prepare(sql, names));

    [Fact]
    public void A_parameter_that_the_text_uses_twice_is_named_once()
    {
        using SqliteStatement statement = Prepare("SELECT $a + $b + $a -- not $c", "b", "a");
        Assert.Equal(21, statement.RunForNumber(1, 10));
    }

    [Fact]
    public void A_value_too_few_throws()
    {
        using SqliteStatement statement = Prepare("SELECT $a", "a");
        Assert.Throws<ArgumentOutOfRangeException>(() => statement.Run());
    }

    [Fact]
    public void A_run_that_fails_is_told()
    {
        int told = 0;
        using var statement = new SqliteStatement(connection, "SELECT abs($a)", () => told++, "a");
        Assert.Throws<SqliteException>(() => statement.RunForNumber(long.MinValue));
        Assert.Equal(1, told);
        Assert.Equal(5, statement.RunForNumber(-5));
        Assert.Equal(1, told);
    }

    private SqliteStatement Prepare(string sql, params string[] names) => new(connection, sql, () => { }, names);
}
