using System.Data.Common;
using AuditServer.Incidents;
using AuditServer.Rates;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>Live counts as readers see them. WAL keeps a snapshot readable while turns go on.</summary>
internal sealed class SqliteRateReads(SqliteDatabase database) : IRateReads
{
    public async ValueTask<IRateSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        (SqliteReader reader, LogHead head) = await database.ReaderAtHeadAsync(cancel);
        return new SqliteRateSnapshot(reader, head);
    }

    public async ValueTask<bool> HasNotCountedAsync(CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        return (await connection.QueryAsync<IncidentName>(database.Command("find-not-counted", new { at_most = 1 }, cancel))).Any();
    }
}
