using AuditServer.Storage.Migrations;

namespace AuditServer.Storage.SqlServer;

/// <summary>Database, schema, migrations and what is optional as one script for <c>sqlcmd</c>.</summary>
internal sealed class SqlServerMigrationText(MigrationScripts scripts, SqlServerDatabase database) : IMigrationText
{
    private readonly AdministrationScripts administration = new(StorageOptions.SqlServer);

    public string Whole()
    {
        ScriptWriter whole = new ScriptWriter().Comment(
            $"""
            CrimeAuditGrpc on SQL Server: all that AuditServer migrate runs on a new database, up to version {scripts.Latest} of the schema,
            and what is left to an administrator. Run it with: sqlcmd -b -I -f 65001 -S SERVER -i THIS-FILE (-b ends it at the first error)

            Each migration is a transaction. It ends by entering its name into the journal, crimeaudit.schema_versions, by which a
            server knows that the database has seen it; so a server with CrimeAudit:Storage:MigrateAtStart=false takes the database as
            it is. On a database that has seen some of them, run the sections of the others: SELECT ScriptName FROM
            crimeaudit.schema_versions names those that it has seen.
            """);
        AddDatabase(whole);
        foreach (string name in scripts.Names)
        {
            whole.Heading($"Migration {name}").Script("BEGIN TRANSACTION;\nGO\n").Script(scripts.Text(name)).Script("GO\n").Script(Record(name));
        }

        AddOptional(whole);
        return whole.ToString();
    }

    private void AddDatabase(ScriptWriter whole)
    {
        whole.Heading("Database: leave this out where it is there").Script(database.CreationScript())
            .Script($"\nUSE {database.QuotedName};\nGO\n\nSET XACT_ABORT ON;\nGO")
            .Heading("Schema").Script(database.Sql[Statements.CreateSchema.File]).Script("GO")
            .Heading("Journal").Script(administration.Text("create-journal.sql"));
    }

    private void AddOptional(ScriptWriter whole) => whole
        .Heading("The schema is complete. What follows is optional.")
        .Heading("Optional: a role for the service with as few rights as it can work with").Script(administration.Text("least-privilege.sql"))
        .Heading("Optional: compression and a columnstore index").Script(administration.Text("compression-and-columnstore.sql"));

    private string Record(string name) =>
        administration.Text("record-migration.sql").Replace("$script$", scripts.Prefix + name, StringComparison.Ordinal);
}
