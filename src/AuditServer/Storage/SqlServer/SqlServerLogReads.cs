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
            : (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel)).ToHead();
    }

    public async ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return [.. (await snapshot.ReadAsync<Row>(Statements.ReadEntries.With(fromIndex, atMost), cancel)).Select(r => r.ToEntry())];
    }

    private sealed class Row
    {
        public long EntryIndex { get; init; }

        public int Kind { get; init; }

        public string Force { get; init; } = "";

        public string SourceSystem { get; init; } = "";

        public string RequestId { get; init; } = "";

        public DateTime Accepted { get; init; }

        public byte[] Salt { get; init; } = [];

        public byte[] Payload { get; init; } = [];

        public byte[] Digest { get; init; } = [];

        public StoredEntry ToEntry() => new(
            EntryIndex, (EntryKind)Kind, new RequestKey(Force, SourceSystem, RequestId), SqlTime.ToMicros(Accepted), Salt, Payload, Digest);
    }
}
