using AuditServer.Rates;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>Live counts from the rollups: the cost grows with cells, not with incidents.</summary>
internal sealed class SqlServerRateReads(SqlServerDatabase database) : IRateReads
{
    public async ValueTask<LiveCounts> ReadAsync(AccountedForQuestion question, long nowMicros, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        LogHead head = (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel)).ToHead();
        IEnumerable<RollupRow> rollups = await snapshot.ReadAsync<RollupRow>(
            Statements.ReadRollups.With(question.Force, question.FromMonth, question.ToMonth), cancel);
        IEnumerable<PendingRow> pending = await snapshot.ReadAsync<PendingRow>(
            Statements.ReadPending.With(question.Force, question.FromMonth, question.ToMonth, SqlTime.Of(nowMicros)), cancel);
        IEnumerable<SourceTimes> sources = await snapshot.ReadAsync<SourceTimes>(Statements.ReadSources.With(question.Force), cancel);
        return new LiveCounts([.. rollups], [.. pending], [.. sources.Select(s => s.ToRow())], head);
    }
}
