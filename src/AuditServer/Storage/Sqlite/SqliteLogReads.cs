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
        if (await connection.QuerySingleAsync<long>(database.Command("find-log", null, cancel)) == 0)
        {
            return null;
        }

        (long size, long acceptedMicros) = await connection.QuerySingleAsync<(long, long)>(database.Command("read-size", null, cancel));
        return new LogHead(size, acceptedMicros, Root: null);
    }

    public async ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        using SqliteReader reader = await database.ReaderAsync(cancel);
        return SqliteStoredEntries.Read(reader.Query("read-entries", "from_index", "at_most"), fromIndex, atMost);
    }

    public async ValueTask<IReadOnlyList<StoredEntry>> ReadRedactionsAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        IEnumerable<EntryRow> rows = await connection.QueryAsync<EntryRow>(
            database.Command("read-redactions", new { from_index = fromIndex, at_most = atMost }, cancel));
        return [.. rows.Select(r => r.ToEntry())];
    }
}
