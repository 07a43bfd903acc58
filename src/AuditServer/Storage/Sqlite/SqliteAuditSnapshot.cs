using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AuditServer.Audits;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>One moment of the file. Long readings go row by row: a frame can hold a million units.</summary>
internal sealed class SqliteAuditSnapshot(SqliteDatabase database, DbConnection connection, DbTransaction transaction, LogHead head)
    : IAuditSnapshot
{
    public LogHead Head => head;

    public async Task<AuditRecord?> FindAsync(string auditId, CancellationToken cancel) =>
        (await connection.QuerySingleOrDefaultAsync<AuditRow>(
            database.Command("find-audit", new { audit_id = auditId }, cancel, transaction)))?.Read();

    public async Task<IReadOnlyList<AuditRecord>> ListAsync(IReadOnlyCollection<string>? forces, long after, int atMost, CancellationToken cancel)
    {
        string? of = forces is null ? null : JsonSerializer.Serialize(forces);
        IEnumerable<AuditRow> rows = await connection.QueryAsync<AuditRow>(
            database.Command("list-audits", new { forces = of, after, at_most = atMost }, cancel, transaction));
        return [.. rows.Select(r => r.Read())];
    }

    public async IAsyncEnumerable<WindowUnit> ReadUnitsAsync(
        string force, long fromMicros, long toMicros, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using DbCommand command = Command("read-window-units", ("force", force), ("from_micros", fromMicros), ("to_micros", toMicros));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            yield return new WindowUnit(
                row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3),
                row.GetInt32(4), row.GetString(5), row.GetString(6), row.GetInt32(7));
        }
    }

    public async IAsyncEnumerable<FrameUnit> ReadFrameAsync(long auditNo, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using DbCommand command = Command("read-frame", ("audit_no", auditNo));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            yield return new FrameUnit(row.GetInt32(0), row.GetString(1));
        }
    }

    public async IAsyncEnumerable<ReviewedItem> ReadItemsAsync(long auditNo, ItemRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using DbCommand command = Command(
            "read-sample-items",
            ("audit_no", auditNo),
            ("only_stratum", range.OnlyStratum),
            ("after_stratum", range.AfterStratum),
            ("after_position", range.AfterPosition),
            ("at_most", range.AtMost));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            yield return new ReviewedItem(
                row.GetInt32(0), row.GetInt64(1), row.GetString(2), row.GetString(3),
                await row.IsDBNullAsync(4, cancel) ? null : await row.GetFieldValueAsync<byte[]>(4, cancel));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private DbCommand Command(string file, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text is one of the embedded SQL files.
        command.CommandText = database.Sql[file];
#pragma warning restore CA2100
        foreach ((string name, object? value) in parameters)
        {
            command.Add(name, value);
        }

        return command;
    }

    private sealed class AuditRow
    {
        public long AuditNo { get; init; }

        public byte[] Document { get; init; } = [];

        public long FreezeAttempt { get; init; }

        public AuditRecord Read() => new(AuditNo, Audit.Parser.ParseFrom(Document), FreezeAttempt);
    }
}
