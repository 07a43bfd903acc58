using System.Data.Common;
using AuditServer.Rates;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>Live counts from the rollups: the cost grows with cells, not with incidents.</summary>
internal sealed class SqliteRateReads(SqliteDatabase database) : IRateReads
{
    public async ValueTask<LiveCounts> ReadAsync(AccountedForQuestion question, long nowMicros, CancellationToken cancel)
    {
        var range = new { force = question.Force, from_month = question.FromMonth, to_month = question.ToMonth, now_micros = nowMicros };
        await using DbConnection connection = await database.OpenAsync(cancel);
        await using DbTransaction snapshot = await SqliteDatabase.SnapshotAsync(connection, cancel);
        LogHead head = await connection.QuerySingleAsync<LogHead>(database.Command("read-head", null, cancel, snapshot));
        IEnumerable<RollupRow> rollups = await connection.QueryAsync<RollupRow>(database.Command(
            "read-rollups", new { range.force, range.from_month, range.to_month }, cancel, snapshot));
        IEnumerable<PendingRow> pending = await connection.QueryAsync<PendingRow>(database.Command("read-pending", range, cancel, snapshot));
        IEnumerable<SourceRow> sources = await connection.QueryAsync<SourceRow>(database.Command(
            "read-sources", new { range.force }, cancel, snapshot));
        return new LiveCounts([.. rollups], [.. pending], [.. sources], head);
    }
}
