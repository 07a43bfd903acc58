using AuditServer.Incidents;
using AuditServer.Overdue;
using AuditServer.Rates;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>Lists of overdue crimes. Each force's are in order in its index; pages of several forces are merged.</summary>
internal sealed class SqlServerOverdueReads(SqlServerDatabase database) : IOverdueReads
{
    public async ValueTask<OverduePage> ReadAsync(OverdueQuery query, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        LogHead head = (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel)).ToHead();
        var crimes = new List<OverdueRow>();
        var counts = new List<DueCount>();
        var sources = new List<(string, IReadOnlyList<SourceRow>)>();
        foreach (string force in query.Forces)
        {
            crimes.AddRange((await snapshot.ReadAsync<Row>(List(query, force), cancel)).Select(r => r.ToOverdue()));
            if (query.After is null)
            {
                counts.AddRange(await snapshot.ReadAsync<DueCount>(
                    Statements.CountOverdue.With(
                        force, SqlTime.Of(query.NowMicros), SqlTime.Of(query.DueBeforeMicros), query.Classes, query.Origin),
                    cancel));
            }

            sources.Add((force, await SourcesAsync(snapshot, force, cancel)));
        }

        return new OverduePage([.. crimes.OrderBy(c => c.Position).Take(query.PageSize)], counts, sources, head);
    }

    public async ValueTask<IReadOnlyList<(string Force, IReadOnlyList<SourceRow> Sources)>> ReadSourcesAsync(
        IReadOnlyList<string> forces, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        var sources = new List<(string, IReadOnlyList<SourceRow>)>(forces.Count);
        foreach (string force in forces)
        {
            sources.Add((force, await SourcesAsync(snapshot, force, cancel)));
        }

        return sources;
    }

    public async ValueTask<DeadlineLook> LookAsync(IReadOnlyList<DeadlineRange> ranges, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        LogHead head = (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel)).ToHead();
        var crimes = new List<IReadOnlyList<OverdueRow>>(ranges.Count);
        var next = new List<long?>(ranges.Count);
        foreach (DeadlineRange range in ranges)
        {
            IEnumerable<Row> rows = await snapshot.ReadAsync<Row>(
                Statements.ReadDeadlines.With(SqlTime.Of(range.FromMicros), SqlTime.Of(range.ToMicros)), cancel);
            crimes.Add([.. rows.Select(r => r.ToOverdue())]);
            next.Add(SqlTime.ToMicros(
                await snapshot.ReadOneAsync<DateTime?>(Statements.NextDeadline.With(SqlTime.Of(range.ToMicros)), cancel)));
        }

        return new DeadlineLook(crimes, next, head);
    }

    private static async Task<IReadOnlyList<SourceRow>> SourcesAsync(SqlServerSession snapshot, string force, CancellationToken cancel) =>
        [.. (await snapshot.ReadAsync<SourceTimes>(Statements.ReadSources.With(force), cancel)).Select(s => s.ToRow())];

    private static BoundStatement List(OverdueQuery query, string force)
    {
        OverduePosition after = query.After ?? OverduePosition.Start;
        return Statements.ListOverdue.With(
            force, SqlTime.Of(query.DueBeforeMicros), query.Classes, query.Origin, after.Urgency, SqlTime.Of(after.DeadlineMicros),
            after.IncidentId, after.AllegedRef, query.PageSize);
    }

    private sealed class Row
    {
        public long IncidentId { get; init; }

        public string AllegedRef { get; init; } = "";

        public string Force { get; init; } = "";

        public string SourceSystem { get; init; } = "";

        public string Ref { get; init; } = "";

        public string OpeningCode { get; init; } = "";

        public string Qualifiers { get; init; } = "";

        public DateTime Reported { get; init; }

        public DateTime Deadline { get; init; }

        public int Class { get; init; }

        public int Presumed { get; init; }

        public string OffenceCode { get; init; } = "";

        public string OffenceCategory { get; init; } = "";

        public int ReporterKind { get; init; }

        public int Urgency { get; init; }

        public OverdueRow ToOverdue() => new()
        {
            IncidentId = IncidentId,
            AllegedRef = AllegedRef,
            Force = Force,
            SourceSystem = SourceSystem,
            Ref = Ref,
            OpeningCode = OpeningCode,
            Qualifiers = Qualifiers,
            ReportedMicros = SqlTime.ToMicros(Reported),
            DeadlineMicros = SqlTime.ToMicros(Deadline),
            Class = Class,
            Presumed = Presumed,
            OffenceCode = OffenceCode,
            OffenceCategory = OffenceCategory,
            ReporterKind = ReporterKind,
            Urgency = Urgency,
        };
    }
}
