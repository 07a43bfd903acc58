using System.Globalization;
using AuditServer.Storage;
using AuditServer.Storage.Migrations;
using AuditServer.Tests.Moving;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace AuditServer.Tests.Storage;

/// <summary>Each script leaves its own number in the head, from the first one on that has a place for it.</summary>
public sealed class MigrationScriptsTests
{
    private const int FirstWithVersionOnSqlite = 3;

    [Theory]
    [InlineData(StorageOptions.Sqlite)]
    [InlineData(StorageOptions.SqlServer)]
    public void Scripts_are_numbered_without_a_gap(string engine)
    {
        var scripts = new MigrationScripts(engine);
        Assert.Equal(Enumerable.Range(1, scripts.Names.Count), scripts.Names.Select(NumberOf));
        Assert.Equal(scripts.Names.Count, scripts.Latest);
    }

    [Fact]
    public async Task On_Sqlite_each_script_sets_its_number()
    {
        using var databases = new Databases();
        var scripts = new MigrationScripts(StorageOptions.Sqlite);
        foreach (string name in scripts.Names)
        {
            await SqliteFile.RunAsync(databases.PathOf("numbered.db"), scripts.Text(name));
            if (NumberOf(name) >= FirstWithVersionOnSqlite)
            {
                IReadOnlyList<string> version = await SqliteFile.ReadAsync(databases.PathOf("numbered.db"), "SELECT schema_version FROM log_head");
                Assert.Equal(NumberOf(name).ToString(CultureInfo.InvariantCulture), Assert.Single(version));
            }
        }
    }

    [Fact]
    public void On_SqlServer_the_first_script_begins_with_its_number_and_each_other_one_ends_by_setting_it()
    {
        var scripts = new MigrationScripts(StorageOptions.SqlServer);
        Assert.Equal(1, InsertedVersion(TransactSql.Statements(scripts.Text(scripts.Names[0]))));
        Assert.All(scripts.Names.Skip(1), name => Assert.Equal(NumberOf(name), LastVersion(TransactSql.Statements(scripts.Text(name)))));
    }

    [Theory]
    [InlineData("UPDATE crimeaudit.log_head SET schema_version = 7 WHERE id = 1;", 7)]
    [InlineData("UPDATE crimeaudit.log_head SET schema_version = 7 WHERE id = 1; DROP TABLE crimeaudit.t;", null)]
    [InlineData("UPDATE crimeaudit.log_head SET turn = 7 WHERE id = 1;", null)]
    public void A_script_that_does_not_end_so_is_found(string script, int? version) =>
        Assert.Equal(version, LastVersion(TransactSql.Statements(script)));

    private static int NumberOf(string name) => int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture);

    private static int? InsertedVersion(IEnumerable<TSqlStatement> statements)
    {
        InsertSpecification insert = Assert.Single(statements.OfType<InsertStatement>()).InsertSpecification;
        int column = insert.Columns.Select(c => c.MultiPartIdentifier.Identifiers[^1].Value).ToList().IndexOf("schema_version");
        return Number(Assert.Single(((ValuesInsertSource)insert.InsertSource).RowValues).ColumnValues[column]);
    }

    private static int? LastVersion(IEnumerable<TSqlStatement> statements) =>
        statements.Last() is UpdateStatement { UpdateSpecification: { Target: NamedTableReference head } update }
        && TransactSql.Name(head.SchemaObject) == "crimeaudit.log_head"
        && update.SetClauses is [AssignmentSetClause { Column: var column, NewValue: var value }]
        && column.MultiPartIdentifier.Identifiers[^1].Value == "schema_version"
            ? Number(value)
            : null;

    private static int? Number(ScalarExpression value) =>
        value is IntegerLiteral literal ? int.Parse(literal.Value, CultureInfo.InvariantCulture) : null;
}
