using System.Data.Common;
using AuditServer.Incidents;
using AuditServer.Overdue;
using AuditServer.Rates;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>Lists of overdue crimes. Each force's are in order in its index; pages of several forces are merged.</summary>
internal sealed class SqliteOverdueReads(SqliteDatabase database) : IOverdueReads
{
    public async ValueTask<OverduePage> ReadAsync(OverdueQuery query, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        await using DbTransaction snapshot = await SqliteDatabase.SnapshotAsync(connection, cancel);
        LogHead head = await connection.QuerySingleAsync<LogHead>(database.Command("read-head", null, cancel, snapshot));
        var crimes = new List<OverdueRow>();
        var counts = new List<DueCount>();
        var sources = new List<(string, IReadOnlyList<SourceRow>)>();
        foreach (string force in query.Forces)
        {
            crimes.AddRange(await connection.QueryAsync<OverdueRow>(List(query, force, snapshot, cancel)));
            if (query.After is null)
            {
                counts.AddRange(await connection.QueryAsync<DueCount>(Count(query, force, snapshot, cancel)));
            }

            sources.Add((force, await SourcesAsync(connection, snapshot, force, cancel)));
        }

        return new OverduePage([.. crimes.OrderBy(c => c.Position).Take(query.PageSize)], counts, sources, head);
    }

    public async ValueTask<IReadOnlyList<(string Force, IReadOnlyList<SourceRow> Sources)>> ReadSourcesAsync(
        IReadOnlyList<string> forces, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        await using DbTransaction snapshot = await SqliteDatabase.SnapshotAsync(connection, cancel);
        var sources = new List<(string, IReadOnlyList<SourceRow>)>(forces.Count);
        foreach (string force in forces)
        {
            sources.Add((force, await SourcesAsync(connection, snapshot, force, cancel)));
        }

        return sources;
    }

    public async ValueTask<DeadlineLook> LookAsync(IReadOnlyList<DeadlineRange> ranges, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        await using DbTransaction snapshot = await SqliteDatabase.SnapshotAsync(connection, cancel);
        LogHead head = await connection.QuerySingleAsync<LogHead>(database.Command("read-head", null, cancel, snapshot));
        var crimes = new List<IReadOnlyList<OverdueRow>>(ranges.Count);
        var next = new List<long?>(ranges.Count);
        foreach (DeadlineRange range in ranges)
        {
            crimes.Add([.. await connection.QueryAsync<OverdueRow>(database.Command(
                "read-deadlines", new { from_micros = range.FromMicros, to_micros = range.ToMicros }, cancel, snapshot))]);
            next.Add(await connection.QuerySingleAsync<long?>(database.Command(
                "next-deadline", new { from_micros = range.ToMicros }, cancel, snapshot)));
        }

        return new DeadlineLook(crimes, next, head);
    }

    private async Task<IReadOnlyList<SourceRow>> SourcesAsync(
        DbConnection connection, DbTransaction snapshot, string force, CancellationToken cancel) =>
        [.. await connection.QueryAsync<SourceRow>(database.Command("read-sources", new { force }, cancel, snapshot))];

    private CommandDefinition List(OverdueQuery query, string force, DbTransaction snapshot, CancellationToken cancel)
    {
        OverduePosition after = query.After ?? OverduePosition.Start;
        return database.Command(
            "list-overdue",
            new
            {
                force,
                due_before_micros = query.DueBeforeMicros,
                classes = query.Classes,
                origin = query.Origin,
                after_urgency = after.Urgency,
                after_deadline_micros = after.DeadlineMicros,
                after_incident = after.IncidentId,
                after_ref = after.AllegedRef,
                page_size = query.PageSize,
            },
            cancel,
            snapshot);
    }

    private CommandDefinition Count(OverdueQuery query, string force, DbTransaction snapshot, CancellationToken cancel) => database.Command(
        "count-overdue",
        new
        {
            force,
            now_micros = query.NowMicros,
            due_before_micros = query.DueBeforeMicros,
            classes = query.Classes,
            origin = query.Origin,
        },
        cancel,
        snapshot);
}
