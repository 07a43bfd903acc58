using AuditServer.Storage;
using AuditServer.Storage.Migrations;
using AuditServer.Storage.SqlServer;
using AuditServer.Tests.Commands;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace AuditServer.Tests.Storage;

/// <summary>What <c>migrate --print</c> shows for SQL Server, and how it is divided.</summary>
public sealed class SqlServerScriptTests
{
    private const string Provider = "--CrimeAudit:Storage:Provider=SqlServer";

    [Fact]
    public async Task The_script_holds_everything_in_the_order_in_which_it_is_run_and_what_is_optional_last()
    {
        string script = await PrintAsync();
        var migrations = new MigrationScripts(StorageOptions.SqlServer);
        string[] headings =
        [
            "Database", "Schema", "Journal", .. migrations.Names.Select(n => $"Migration {n}"), "The schema is complete", "Optional: a role", "Optional: compression",
        ];
        int[] places = [.. headings.Select(h => script.IndexOf($"\n-- {h}", StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.All(migrations.Names, name => Assert.Contains($"N'{migrations.Prefix}{name}'", script, StringComparison.Ordinal));
        Assert.NotEmpty(TransactSql.Statements(script));
    }

    [Theory]
    [InlineData("crime audit", "[crime audit]")]
    [InlineData("a]; DROP DATABASE b; --", "[a]]; DROP DATABASE b; --]")]
    public async Task A_name_stays_a_name_whatever_it_holds(string database, string quoted)
    {
        string script = await PrintAsync($"--CrimeAudit:Storage:ConnectionString=Server=.;Database=\"{database}\";Password=not-to-be-shown");
        Assert.Contains($"CREATE DATABASE {quoted};", script, StringComparison.Ordinal);
        Assert.DoesNotContain("not-to-be-shown", script, StringComparison.Ordinal);
        Assert.Empty(TransactSql.Statements(script).OfType<DropDatabaseStatement>());
        Assert.Equal(database, Assert.Single(TransactSql.Statements(script).OfType<CreateDatabaseStatement>()).DatabaseName.Value);
    }

    [Fact]
    public void A_script_is_divided_where_a_line_says_GO_and_nowhere_else() => Assert.Equal(
        ["SELECT 'GO'\nSELECT 1 -- GO", "SELECT\n\n2", "SELECT GOTO"],
        SqlBatches.Of("SELECT 'GO'\nSELECT 1 -- GO\nGO\n\n go \r\nSELECT\r\n\r\n2\nGo\nSELECT GOTO"));

    private static async Task<string> PrintAsync(params string[] settings)
    {
        VerbRun printed = await VerbRun.OfAsync(["migrate", "--print", Provider, .. settings]);
        Assert.Equal((0, ""), (printed.Code, printed.Error));
        return printed.Output;
    }
}
