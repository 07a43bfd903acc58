using AuditServer.Incidents;

namespace AuditServer.Storage.SqlServer;

/// <summary>Incidents inside a turn.</summary>
internal sealed class SqlServerIncidentWrites(SqlServerSession session, SqlServerSources sources) : IIncidentWrites
{
    private const int MostRows = 1_000;

    public async ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadAsync(
        IReadOnlyCollection<IncidentName> names, CancellationToken cancel)
    {
        await sources.FindAsync(session, names.Select(n => (n.Force, n.SourceSystem)), cancel);
        IncidentName[] asked = [.. names.Where(n => sources[n.Force, n.SourceSystem] is not null)];
        if (asked.Length == 0)
        {
            return new Dictionary<IncidentName, KnownIncident>();
        }

        (long, string)[] rows = [.. asked.Select(n => (sources[n.Force, n.SourceSystem]!.Value, n.Ref))];
        IEnumerable<UpdateRow> updates = await session.ReadAsync<UpdateRow>(
            Statements.FindIncidents.With(TableTypes.IncidentNames.Rows(rows)), cancel);
        return updates.GroupBy(u => (u.Ordinal, u.IncidentId)).ToDictionary(
            g => asked[g.Key.Ordinal], g => new KnownIncident(g.Key.IncidentId, [.. g.Select(u => u.ToStored())]));
    }

    /// <summary>Null: another session would see the same, but costs a connection of the pool and waits for the network as this one does.</summary>
    public Task<IReadOnlyDictionary<IncidentName, KnownIncident>>? ReadBesideAsync(
        IEnumerable<IncidentName> names, CancellationToken cancel) => null;

    public async ValueTask SaveAsync(IReadOnlyList<IncidentRow> rows, CancellationToken cancel)
    {
        await sources.EnsureAsync(session, [.. rows.Select(r => (r.Name.Force, r.Name.SourceSystem))], cancel);
        (long, IncidentRow)[] incidents = [.. rows.Select(r => (sources[r.Name.Force, r.Name.SourceSystem]!.Value, r))];
        await session.RunAsync(Statements.SaveIncidents.With(TableTypes.IncidentRows.Rows(incidents)), cancel);
        (IncidentRow, OpenAllegedCrime)[] open = [.. rows.SelectMany(r => r.Open.Select(o => (r, o)))];
        if (open.Length > 0)
        {
            await session.RunAsync(Statements.SaveOpenCrimes.With(TableTypes.OpenCrimeRows.Rows(open)), cancel);
        }

        (IncidentRow, NoCrimeRecord)[] records = [.. rows.SelectMany(r => r.NoCrimeRecords.Select(n => (r, n)))];
        if (records.Length > 0)
        {
            await session.RunAsync(Statements.SaveNoCrimeRecords.With(TableTypes.NoCrimeRecordRows.Rows(records)), cancel);
        }
    }

    public async ValueTask AddToRollupsAsync(RollupDeltas deltas, CancellationToken cancel)
    {
        if (deltas.Cells.Count > 0)
        {
            await session.RunAsync(Statements.AddToRollups.With(TableTypes.RollupChanges.Rows(deltas.Cells)), cancel);
        }

        // A turn of many incidents has many values: sets of the size that the other statements have.
        foreach (RollupValueDelta[] set in deltas.Values.Chunk(MostRows))
        {
            await session.RunAsync(Statements.AddToRollupsByValue.With(TableTypes.RollupValueChanges.Rows(set)), cancel);
        }

        if (deltas.Months.Count > 0)
        {
            await session.RunAsync(Statements.MarkRollupMonths.With(TableTypes.RollupMonths.Rows(deltas.Months)), cancel);
        }
    }

    public async ValueTask<IReadOnlyList<IncidentName>> FindNotCountedAsync(int atMost, CancellationToken cancel) =>
        [.. await session.ReadAsync<IncidentName>(Statements.FindNotCounted.With(atMost), cancel)];

    public async ValueTask TouchSourcesAsync(IReadOnlyList<SourceTouch> touches, CancellationToken cancel)
    {
        await sources.EnsureAsync(session, [.. touches.Select(t => (t.Force, t.SourceSystem))], cancel);
        (long, SourceTouch)[] rows = [.. touches.Select(t => (sources[t.Force, t.SourceSystem]!.Value, t))];
        await session.RunAsync(Statements.TouchSources.With(TableTypes.SourceTouches.Rows(rows)), cancel);
    }

    private sealed class UpdateRow
    {
        public int Ordinal { get; init; }

        public long IncidentId { get; init; }

        public long EntryIndex { get; init; }

        public DateTime Accepted { get; init; }

        public byte[] Payload { get; init; } = [];

        public long? RedactedBy { get; init; }

        public StoredUpdate ToStored() => new(EntryIndex, SqlTime.ToMicros(Accepted), Payload, RedactedBy);
    }
}
