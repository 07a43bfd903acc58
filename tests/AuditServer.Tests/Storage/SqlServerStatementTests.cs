using System.Data;
using System.Reflection;
using AuditServer.Storage;
using AuditServer.Storage.SqlServer;
using Microsoft.Data.SqlClient.Server;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using static AuditServer.Storage.SqlServer.StatementParameter;
using Statement = AuditServer.Storage.SqlServer.Statement;

namespace AuditServer.Tests.Storage;

/// <summary>Proof without a server: everything the service runs on SQL Server is compiled against the schema that its migrations make.</summary>
public sealed class SqlServerStatementTests
{
    private static readonly SqlText Sql = new("SqlServer");

    public static TheoryData<string> Files => [.. Sql.Names.Order(StringComparer.Ordinal)];

    private static IReadOnlyDictionary<FieldInfo, Statement> Declared { get; } =
        typeof(Statements).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(Statement))
            .ToDictionary(f => f, f => (Statement)f.GetValue(null)!);

    [Fact]
    public void The_migrated_schema_compiles() => Assert.Empty(SqlServerGate.ProblemsOf(SqlServerSchema.Shipped, []));

    [Fact]
    public void Statements_that_move_data_in_migrations_compile_against_the_schema_they_lead_to()
    {
        IEnumerable<string> procedures = SqlServerSchema.Shipped.DataStatements.Select((sql, i) => $"CREATE PROCEDURE crimeaudit.moves_{i} AS {sql}");
        Assert.NotEmpty(procedures);
        Assert.Empty(SqlServerGate.ProblemsOf(SqlServerSchema.Shipped, procedures));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_statement_compiles_and_takes_just_the_parameters_that_the_code_passes(string file) =>
        Assert.Empty(SqlServerGate.ProblemsOf(SqlServerSchema.Shipped, Assert.Single(Declared.Values, s => s.File == file), Sql[file]));

    [Fact]
    public void Every_declared_statement_has_a_file() =>
        Assert.Empty(Declared.Values.Select(s => s.File).Except(Sql.Names));

    [Fact]
    public void Every_statement_is_run_by_the_code()
    {
        IReadOnlySet<FieldInfo> used = CalledFrom.Fields(typeof(Statements).Assembly);
        Assert.Empty(Declared.Where(s => !used.Contains(s.Key)).Select(s => s.Value.File));
    }

    [Fact]
    public void Every_file_says_first_what_it_is_for() =>
        Assert.All(Sql.Names, name => Assert.StartsWith("-- ", Sql[name], StringComparison.Ordinal));

    [Fact]
    public void Rows_are_sent_as_the_table_types_of_the_schema_have_them()
    {
        IReadOnlyDictionary<string, IList<ColumnDefinition>> types = SqlServerSchema.Shipped.TableTypes;
        TableType[] sent = [.. typeof(TableTypes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (TableType)f.GetValue(null)!)];
        Assert.Equal(types.Keys.Order(StringComparer.Ordinal), sent.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(sent, t => Assert.Equal(types[t.Name].Select(Describe), t.Columns.Select(Describe)));
    }

    [Theory]
    [InlineData("SELECT sise FROM crimeaudit.log_head WHERE id = @id;", "sise")]
    [InlineData("SELECT size FROM crimeaudit.log_heads WHERE id = @id;", "log_heads")]
    [InlineData("SELECT size FROM crimeaudit.log_head WHERE id = @id AND turn = @turn;", "@turn is used and not passed")]
    [InlineData("SELECT size FROM crimeaudit.log_head;", "@id is passed and not used")]
    [InlineData("SELECT size FORM crimeaudit.log_head WHERE id = @id;", "line 1")]
    [InlineData("UPDATE crimeaudit.entries SET digests = 0x00 WHERE entry_index = @id;", "digests")]
    public void Broken_sql_does_not_pass(string sql, string told) => Assert.Contains(
        SqlServerGate.ProblemsOf(SqlServerSchema.Shipped, new Statement("broken", Int("id")), sql),
        problem => problem.Contains(told, StringComparison.Ordinal));

    [Fact]
    public void A_column_that_a_later_migration_adds_is_known_and_one_that_none_adds_is_not()
    {
        var schema = new SqlServerSchema(["CREATE SCHEMA crimeaudit;", "CREATE TABLE crimeaudit.t (a int NOT NULL);", "ALTER TABLE crimeaudit.t ADD b int NULL;"]);
        Assert.Empty(SqlServerGate.ProblemsOf(schema, new Statement("s"), "SELECT a, b FROM crimeaudit.t;"));
        Assert.NotEmpty(SqlServerGate.ProblemsOf(schema, new Statement("s"), "SELECT a, c FROM crimeaudit.t;"));
    }

    [Fact]
    public void An_index_or_table_type_that_a_later_migration_drops_and_makes_otherwise_is_as_it_was_made_last()
    {
        string[] scripts =
        [
            "CREATE SCHEMA crimeaudit;", "CREATE TABLE crimeaudit.t (a int NOT NULL, b int NOT NULL);", "CREATE INDEX t_by_a ON crimeaudit.t (a);",
            "CREATE TYPE crimeaudit.rows AS TABLE (a int NOT NULL);", "DROP INDEX t_by_a ON crimeaudit.t;", "CREATE INDEX t_by_a ON crimeaudit.t (b);",
            "DROP TYPE crimeaudit.rows;", "CREATE TYPE crimeaudit.rows AS TABLE (a int NOT NULL, b int NOT NULL);",
        ];
        var schema = new SqlServerSchema(scripts);
        Assert.Empty(SqlServerGate.ProblemsOf(schema, []));
        Assert.Equal(2, schema.TableTypes["crimeaudit.rows"].Count);
        Assert.Throws<NotSupportedException>(() => new SqlServerSchema([.. scripts, "DROP INDEX t_by_b ON crimeaudit.t;"]));
    }

    private static string Describe(ColumnDefinition column) =>
        $"{column.ColumnIdentifier.Value} {TransactSql.Text(column.DataType).ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal)}";

    private static string Describe(SqlMetaData column) => $"{column.Name} {column.SqlDbType.ToString().ToUpperInvariant()}" + column.SqlDbType switch
    {
        SqlDbType.DateTime2 => $"({column.Scale})",
        _ when column.MaxLength == -1 => "(MAX)",
        SqlDbType.VarChar or SqlDbType.NVarChar or SqlDbType.VarBinary or SqlDbType.Binary => $"({column.MaxLength})",
        _ => "",
    };
}
