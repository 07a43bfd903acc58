using System.Data.Common;
using AuditServer.Sequencing;
using Dapper;
using Microsoft.Extensions.Options;

namespace AuditServer.Storage.Sqlite;

/// <summary>The log itself as readers see it.</summary>
internal sealed class SqliteLogReads(SqliteDatabase database, IOptions<StorageOptions> options) : ILogReads
{
    public async ValueTask<LogHead?> FindHeadAsync(CancellationToken cancel)
    {
        // Opening a file that is not there would make it.
        if (!File.Exists(options.Value.Path))
        {
            return null;
        }

        await using DbConnection connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleAsync<long>(database.Command("find-log", null, cancel)) == 0
            ? null
            : await connection.QuerySingleAsync<LogHead>(database.Command("read-head", null, cancel));
    }

    public async ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        IEnumerable<EntryRow> rows = await connection.QueryAsync<EntryRow>(
            database.Command("read-entries", new { from_index = fromIndex, at_most = atMost }, cancel));
        return [.. rows.Select(r => r.Read())];
    }

    private sealed class EntryRow
    {
        public long EntryIndex { get; init; }

        public int Kind { get; init; }

        public string Force { get; init; } = "";

        public string SourceSystem { get; init; } = "";

        public string RequestId { get; init; } = "";

        public long AcceptedMicros { get; init; }

        public byte[] Salt { get; init; } = [];

        public byte[] Payload { get; init; } = [];

        public byte[] Digest { get; init; } = [];

        public StoredEntry Read() => new(
            EntryIndex, (EntryKind)Kind, new RequestKey(Force, SourceSystem, RequestId), AcceptedMicros, Salt, Payload, Digest);
    }
}
