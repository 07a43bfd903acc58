using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AuditCore.Sampling;
using AuditServer.Audits;
using AuditServer.Audits.Frames;
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
            yield return ReadUnit(row);
        }
    }

    public async IAsyncEnumerable<WindowUnit> ReadRecordsAsync(
        string force, long fromMicros, long toMicros, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using DbCommand command = Command("read-window-records", ("force", force), ("from_micros", fromMicros), ("to_micros", toMicros));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            yield return ReadUnit(row) with
            {
                Record = new WindowRecord(
                    (UnitKind)row.GetInt32(11), row.GetString(12), row.GetString(13), (CancellationReason)row.GetInt32(14), row.GetString(15)),
            };
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<FrameUnit>> ReadFrameAsync(
        long auditNo, int stratum, [EnumeratorCancellation] CancellationToken cancel)
    {
        var merge = new FrameMerge(stratum, await ReadErasedAsync(auditNo, cancel));
        await using DbCommand command = Command("read-frame", ("audit_no", auditNo), ("stratum", stratum));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            merge.Add(row.GetString(0));
            if (merge.IsFull)
            {
                yield return merge.TakePage();
            }
        }

        merge.AddRest();
        yield return merge.TakePage();
    }

    public async IAsyncEnumerable<ReviewedItem> ReadItemsAsync(long auditNo, ItemRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using DbCommand command = Command(
            "read-sample-items",
            ("audit_no", auditNo),
            ("only_stratum", range.OnlyStratum),
            ("after_stratum", range.AfterStratum),
            ("after_position", range.AfterPosition),
            ("reviewer", range.Selection.Reviewer),
            ("to_arbitrate", range.Selection.ToArbitrate),
            ("told", range.Selection.ToldToForce),
            ("at_most", range.AtMost));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            yield return SqliteItems.ReadReviewed(row);
        }
    }

    public async IAsyncEnumerable<CountedReview> ReadReviewsAsync(long auditNo, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using DbCommand command = Command("read-counted-reviews", ("audit_no", auditNo));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            yield return SqliteItems.ReadCounted(row);
        }
    }

    public Task<LogMark?> FindMarkAsync(long entryIndex, CancellationToken cancel) => connection.QuerySingleOrDefaultAsync<LogMark>(
        database.Command("find-log-mark", new { entry_index = entryIndex }, cancel, transaction));

    public async Task<ReviewedItem?> FindItemAsync(long auditNo, string unitId, CancellationToken cancel)
    {
        await using DbCommand command = Command("find-reviewed-item", ("audit_no", auditNo), ("unit_id", unitId));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? SqliteItems.ReadReviewed(row) : null;
    }

    public async Task<IReadOnlyList<ItemHistoryRow>> ReadStepsAsync(
        long auditNo, ItemPlace first, ItemPlace last, ItemSelection selection, CancellationToken cancel)
    {
        await using DbCommand command = Command(
            "read-steps-of-items",
            ("audit_no", auditNo),
            ("from_stratum", first.Stratum),
            ("from_position", first.Position),
            ("to_stratum", last.Stratum),
            ("to_position", last.Position),
            ("reviewer", selection.Reviewer),
            ("to_arbitrate", selection.ToArbitrate),
            ("told", selection.ToldToForce));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancel);
        var steps = new List<ItemHistoryRow>();
        while (await row.ReadAsync(cancel))
        {
            steps.Add(new ItemHistoryRow(row.GetInt32(0), row.GetInt64(1), SqliteItems.ReadStep(row, 2)));
        }

        return steps;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static WindowUnit ReadUnit(DbDataReader row) => new(row.GetString(0), row.GetString(1), (IncidentStatus)row.GetInt32(2))
    {
        Micros = row.GetInt64(3),
        Precision = (TimePrecision)row.GetInt32(4),
        OpeningCode = row.GetString(5),
        Qualifiers = row.GetString(6),
        Groups = row.GetInt32(7),
        Channel = (Channel)row.GetInt32(8),
        ReporterKind = (ReporterKind)row.GetInt32(9),
        UnrecordedReasons = row.GetInt32(10),
    };

    private async Task<List<ErasedFrameUnit>> ReadErasedAsync(long auditNo, CancellationToken cancel)
    {
        var erased = new List<ErasedFrameUnit>();
        await using DbCommand command = Command("read-erased-units", ("audit_no", auditNo));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            erased.Add(SqliteItems.ReadErased(row));
        }

        return erased;
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
