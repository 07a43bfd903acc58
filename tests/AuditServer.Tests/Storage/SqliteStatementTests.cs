using System.Data.Common;
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
    public void Names_that_are_not_those_of_the_text_throw_when_it_is_prepared(string sql, params string[] names)
    {
        Assert.Throws<ArgumentException>(() => Prepare(sql, names));
        Assert.Throws<ArgumentException>(() => new SqliteQuery(connection, sql, () => { }, names));
    }

    [Fact]
    public void A_parameter_that_the_text_uses_twice_is_named_once()
    {
        using SqliteStatement statement = Prepare("SELECT $a + $b + $a -- not $c", "b", "a");
        Assert.Equal(21, statement.RunForNumber(1, 10));
    }

    [Fact]
    public void A_text_of_two_statements_throws_for_the_second_would_not_be_run() =>
        Assert.Throws<ArgumentException>(() => Prepare("SELECT 1; SELECT 2"));

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

    [Fact]
    public void Values_of_every_kind_are_stored_as_they_are()
    {
        using SqliteStatement create = Prepare("CREATE TABLE t (number INTEGER, text TEXT, bytes BLOB) STRICT");
        create.Run();
        string[] texts = ["", "a", "Ærøskøbing €", new('x', 256), new('€', 257), new('y', 5_000), "nul\0within", new string('n', 300) + "\0" + new string('n', 300)];
        using SqliteStatement insert = Prepare("INSERT INTO t VALUES ($number, $text, $bytes)", "number", "text", "bytes");
        for (int i = 0; i < texts.Length; i++)
        {
            Assert.Equal(1, insert.Run(i == 0 ? long.MinValue : i, texts[i], new byte[i]));
        }

        Assert.Equal(1, insert.Run((long?)null, (string?)null, (byte[]?)null));
        using var query = new SqliteQuery(connection, "SELECT number, text, bytes FROM t ORDER BY rowid", () => { });
        using DbDataReader rows = query.Read();
        for (int i = 0; i < texts.Length; i++)
        {
            Assert.True(rows.Read());
            Assert.Equal(i == 0 ? long.MinValue : i, rows.GetInt64(0));
            Assert.Equal(texts[i], rows.GetString(1));
            Assert.Equal(new byte[i], rows.GetFieldValue<byte[]>(2));
        }

        Assert.True(rows.Read());
        Assert.True(rows.IsDBNull(0) && rows.IsDBNull(1) && rows.IsDBNull(2));
        Assert.False(rows.Read());
    }

    [Fact]
    public void A_number_that_is_not_there_is_null()
    {
        using SqliteStatement none = Prepare("SELECT 1 WHERE $a > 0", "a");
        Assert.Null(none.RunForNumber(-1));
        Assert.Equal(1, none.RunForNumber(1));
        using SqliteStatement nothing = Prepare("SELECT NULL");
        Assert.Null(nothing.RunForNumber());
    }

    [Fact]
    public void A_text_that_is_no_statement_is_told_and_throws()
    {
        int told = 0;
        Assert.Throws<SqliteException>(() => new SqliteStatement(connection, "SELEKT", () => told++));
        Assert.Equal(1, told);
    }

    [Fact]
    public void A_run_that_failed_leaves_no_transaction_open_and_says_which_rule_was_broken()
    {
        using SqliteStatement create = Prepare("CREATE TABLE u (id INTEGER PRIMARY KEY) STRICT");
        create.Run();
        using SqliteStatement insert = Prepare("INSERT INTO u VALUES ($id)", "id");
        insert.Run(1);
        SqliteException taken = Assert.Throws<SqliteException>(() => insert.Run(1));
        Assert.Equal((19, 1555), (taken.SqliteErrorCode, taken.SqliteExtendedErrorCode));
        Assert.Equal(1, insert.Run(2));
    }

    private SqliteStatement Prepare(string sql, params string[] names) => new(connection, sql, () => { }, names);
}
