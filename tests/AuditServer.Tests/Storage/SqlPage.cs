using System.Reflection;
using System.Text;
using AuditServer.Storage;
using AuditServer.Storage.SqlServer;
using Statement = AuditServer.Storage.SqlServer.Statement;

namespace AuditServer.Tests.Storage;

/// <summary>Writes docs/sql.md from the SQL files and from what the code passes to them.</summary>
internal sealed class SqlPage
{
    private const string Intro =
        """
        # The SQL

        All that the service will ever run, and who passes what to it. Written from the SQL files by a test: set
        `CRIMEAUDIT_WRITE_DOCS=1` and run it to write this page anew. The files stand in
        [src/AuditServer/Storage](../src/AuditServer/Storage); every one of them is compiled or prepared against the migrated
        schema by the tests.

        Migrations run once each, in their order, when a server starts or by `AuditServer migrate`, which prints them with
        `--print`. Scripts of an administrator are never run by a server: [operations.md](operations.md) says when they are for.
        """;

    private readonly StringBuilder page = new();

    private SqlPage()
    {
    }

    public static string Text()
    {
        var written = new SqlPage();
        written.Line(Intro.ReplaceLineEndings("\n"));
        written.WriteSqlite();
        written.WriteSqlServer();
        return written.page.ToString();
    }

    private void WriteSqlite()
    {
        Line("\n## SQLite");
        WriteScripts(StorageOptions.Sqlite);
        using var gate = new SqliteGate();
        var sql = new SqlText(StorageOptions.Sqlite);
        WriteStatements(StorageOptions.Sqlite, sql, name => gate.ParametersOf(sql[name]).Select(parameter => $"`{parameter}`"));
    }

    private void WriteSqlServer()
    {
        Line("\n## SQL Server");
        WriteScripts(StorageOptions.SqlServer);
        WriteTableTypes();
        Dictionary<string, Statement> declared = Declared().ToDictionary(s => s.File, StringComparer.Ordinal);
        WriteStatements(
            StorageOptions.SqlServer,
            new SqlText(StorageOptions.SqlServer),
            name => declared[name].Parameters.Select(p => $"`@{p.Name}` {SqlServerGate.TypeOf(p).ToLowerInvariant()}"));
    }

    private void WriteScripts(string engine)
    {
        foreach (string kind in new[] { "Migrations", "Administration" }.Where(kind => SqlFolder.Names(engine, kind).Count > 0))
        {
            Line($"\n### {kind} on {Said(engine)}\n\n| script | what |\n| --- | --- |");
            foreach (string name in SqlFolder.Names(engine, kind))
            {
                Line($"| [{name}](../{SqlFolder.Storage}/{engine}/{kind}/{name}) | {SqlFile.Read(SqlFolder.Read(engine, kind, name)).Purpose} |");
            }
        }
    }

    /// <summary>A statement that takes a set of rows takes it as one parameter, of one of these types.</summary>
    private void WriteTableTypes()
    {
        Line("\n### Table types\n\nA set of rows is one parameter of such a type.\n\n| type | columns |\n| --- | --- |");
        foreach (string type in SqlServerSchema.Shipped.TableTypes.Keys.Order(StringComparer.Ordinal))
        {
            IEnumerable<string> columns = SqlServerSchema.Shipped.TableTypes[type]
                .Select(c => $"`{c.ColumnIdentifier.Value}` {TransactSql.Text(c.DataType).ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)}");
            Line($"| `{type}` | {string.Join(", ", columns)} |");
        }
    }

    private void WriteStatements(string engine, SqlText sql, Func<string, IEnumerable<string>> parameters)
    {
        Line($"\n### Statements on {Said(engine)}");
        foreach (string name in sql.Names.Order(StringComparer.Ordinal))
        {
            (string purpose, string body) = SqlFile.Read(sql[name]);
            string passed = string.Join(", ", parameters(name));
            Line($"\n#### {name}\n\n{purpose}\n\nParameters: {(passed.Length == 0 ? "none" : passed)}.\n\n```sql\n{body}\n```");
        }
    }

    private static IEnumerable<Statement> Declared() => typeof(Statements).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Statement)).Select(field => (Statement)field.GetValue(null)!);

    private static string Said(string engine) => engine == StorageOptions.SqlServer ? "SQL Server" : "SQLite";

    private void Line(string line) => page.Append(line).Append('\n');
}
