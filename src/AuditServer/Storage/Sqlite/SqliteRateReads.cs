using System.Data.Common;
using AuditCore.Recording;
using AuditServer.Incidents;
using AuditServer.Rates;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>Live counts from the rollups: the cost grows with cells and with what is not yet due, not with incidents.</summary>
internal sealed class SqliteRateReads(SqliteDatabase database) : IRateReads
{
    public async ValueTask<LiveCounts> ReadAsync(AccountedForQuestion question, long nowMicros, CancellationToken cancel) =>
        (await ReadAllAsync([question], nowMicros, cancel))[0];

    public async ValueTask<IReadOnlyList<LiveCounts>> ReadAllAsync(
        IReadOnlyList<AccountedForQuestion> questions, long nowMicros, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        await using DbTransaction snapshot = await SqliteDatabase.SnapshotAsync(connection, cancel);
        var counts = new List<LiveCounts>(questions.Count);
        foreach (AccountedForQuestion question in questions)
        {
            counts.Add(await ReadAsync(connection, snapshot, question, nowMicros, cancel));
        }

        return counts;
    }

    public async ValueTask<bool> HasNotCountedAsync(CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        return (await connection.QueryAsync<IncidentName>(database.Command("find-not-counted", new { at_most = 1 }, cancel))).Any();
    }

    private async ValueTask<LiveCounts> ReadAsync(
        DbConnection connection, DbTransaction snapshot, AccountedForQuestion question, long nowMicros, CancellationToken cancel)
    {
        (string force, int from_month, int to_month, long now_micros) = (question.Force, question.FromMonth, question.ToMonth, nowMicros);
        LogHead head = await connection.QuerySingleAsync<LogHead>(database.Command("read-head", null, cancel, snapshot));
        IEnumerable<RollupRow> rollups = await connection.QueryAsync<RollupRow>(database.Command(
            "read-rollups", new { force, from_month, to_month }, cancel, snapshot));
        IEnumerable<PendingRow> pending = await connection.QueryAsync<PendingRow>(database.Command(
            "read-pending", new { force, from_month, to_month, now_micros }, cancel, snapshot));
        (IEnumerable<ValueRow> byValue, IEnumerable<PendingValueRow> pendingByValue) = ([], []);
        if (question.Dimension is { } further)
        {
            int dimension = (int)further;
            byValue = await connection.QueryAsync<ValueRow>(database.Command(
                "read-rollups-by-value", new { force, dimension, from_month, to_month }, cancel, snapshot));
            // What a reason answers is not open.
            pendingByValue = further == RollupDimension.NotRecordedReason ? [] : await connection.QueryAsync<PendingValueRow>(database.Command(
                "read-pending-by-value", new { force, dimension, from_month, to_month, now_micros }, cancel, snapshot));
        }

        IEnumerable<SourceRow> sources = await connection.QueryAsync<SourceRow>(database.Command("read-sources", new { force }, cancel, snapshot));
        return new LiveCounts([.. rollups], [.. pending], [.. byValue], [.. pendingByValue], [.. sources], head);
    }
}
