using AuditServer.Sequencing;
using AuditServer.Storage;
using AuditServer.Storage.Migrations;

namespace AuditServer.Moving;

/// <summary>Sees to it that the database which a verb is to work on holds a log that this program can read.</summary>
internal sealed class LogAtHand(ILogReads log, ISchemaProbe schema, MigrationScripts scripts)
{
    /// <exception cref="LogNotFoundException">There is no log.</exception>
    /// <exception cref="SchemaMismatchException">The database is of another version than this program.</exception>
    public async Task RequireAsync(CancellationToken cancel)
    {
        if (await log.FindHeadAsync(cancel) is null)
        {
            throw new LogNotFoundException();
        }

        int version = await schema.ReadVersionAsync(cancel);
        if (version != scripts.Latest)
        {
            throw new SchemaMismatchException(version, scripts.Latest);
        }
    }
}
