using AuditServer.Storage.Migrations;

namespace AuditServer.Storage.Sqlite;

/// <summary>The migrations of the file as one script for the <c>sqlite3</c> shell.</summary>
internal sealed class SqliteMigrationText(MigrationScripts scripts) : IMigrationText
{
    private readonly AdministrationScripts administration = new(StorageOptions.Sqlite);

    public string Whole()
    {
        ScriptWriter whole = new ScriptWriter().Comment(
            $"""
            CrimeAuditGrpc on SQLite: all that AuditServer migrate runs on a new file, up to version {scripts.Latest} of the schema.
            Run it with: sqlite3 -bail crimeaudit.db < THIS-FILE

            Each migration is a transaction. It ends by entering its name into the journal, the table SchemaVersions, by which a
            server knows that the file has seen it; so a server with CrimeAudit:Storage:MigrateAtStart=false takes the file as it is.
            On a file that has seen some of them, run the sections of the others: SELECT ScriptName FROM SchemaVersions names them.
            """);
        whole.Heading("Journal").Script(administration.Text("create-journal.sql"));
        foreach (string name in scripts.Names)
        {
            whole.Heading($"Migration {name}").Script("BEGIN;").Script(scripts.Text(name)).Script(Record(name)).Script("COMMIT;");
        }

        return whole.ToString();
    }

    private string Record(string name) =>
        administration.Text("record-migration.sql").Replace("$script$", scripts.Prefix + name, StringComparison.Ordinal);
}
