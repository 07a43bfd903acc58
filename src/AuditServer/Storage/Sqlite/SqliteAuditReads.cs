using System.Data.Common;
using AuditServer.Audits;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>Audits as readers see them. WAL keeps a snapshot readable while turns go on.</summary>
internal sealed class SqliteAuditReads(SqliteDatabase database) : IAuditReads
{
    public async Task<IReadOnlyList<DueItem>> ListDueAsync(long nowMicros, int atMost, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        return [.. await connection.QueryAsync<DueItem>(
            database.Command("list-due-items", new { now_micros = nowMicros, at_most = atMost }, cancel))];
    }

    public async Task<IReadOnlyList<string>> ListRevealsDueAsync(long nowMicros, int atMost, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        return [.. await connection.QueryAsync<string>(
            database.Command("list-due-reveals", new { now_micros = nowMicros, at_most = atMost }, cancel))];
    }

    public async ValueTask<IAuditSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        DbConnection connection = await database.OpenAsync(cancel);
        try
        {
            DbTransaction transaction = await SqliteDatabase.SnapshotAsync(connection, cancel);
            // The first read fixes the moment.
            LogHead head = await connection.QuerySingleAsync<LogHead>(database.Command("read-head", null, cancel, transaction));
            return new SqliteAuditSnapshot(database, connection, transaction, head);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
