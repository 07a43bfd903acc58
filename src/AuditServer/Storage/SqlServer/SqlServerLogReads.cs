using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>The log itself as readers see it.</summary>
internal sealed class SqlServerLogReads(SqlServerDatabase database) : ILogReads
{
    public async ValueTask<LogHead?> FindHeadAsync(CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return await snapshot.ReadOneAsync<int>(Statements.FindLog.With(), cancel) == 0
            ? null
            : (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadSize.With(), cancel)).ToHead();
    }

    public async ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return [.. (await snapshot.ReadAsync<EntryRow>(Statements.ReadEntries.With(fromIndex, atMost), cancel)).Select(r => r.ToEntry())];
    }

    public async ValueTask<IReadOnlyList<StoredEntry>> ReadRedactionsAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return [.. (await snapshot.ReadAsync<EntryRow>(Statements.ReadRedactions.With(fromIndex, atMost), cancel)).Select(r => r.ToEntry())];
    }
}
