using AuditServer.Incidents;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>Incidents as readers see them: each answer from one snapshot.</summary>
internal sealed class SqlServerIncidentReads(SqlServerDatabase database) : IIncidentReads
{
    public async ValueTask<(KnownIncident? Incident, LogHead Head)> ReadAsync(IncidentName name, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        LogHead head = (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel)).ToHead();
        long? id = await snapshot.FindAsync<long?>(
            Statements.FindIncidentByName.With(name.Force, name.SourceSystem, name.Ref), cancel);
        if (id is not { } incidentId)
        {
            return (null, head);
        }

        IEnumerable<StoredRow> updates = await snapshot.ReadAsync<StoredRow>(Statements.ReadIncidentUpdates.With(incidentId), cancel);
        return (new KnownIncident(incidentId, [.. updates.Select(u => u.ToUpdate())]), head);
    }

    public async ValueTask<IReadOnlyList<ListedIncident>> ListAsync(IncidentQuery query, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        BoundStatement list = Statements.ListIncidents.With(
            query.Force, query.After, query.Status, SqlTime.Of(query.FromMicros), SqlTime.Of(query.ToMicros), query.PageSize);
        return [.. (await snapshot.ReadAsync<Row>(list, cancel)).Select(r => r.ToListed())];
    }

    public async ValueTask<IReadOnlyList<IncidentName>> FindUnderivedAsync(int atMost, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return [.. await snapshot.ReadAsync<IncidentName>(Statements.FindUnderived.With(atMost), cancel)];
    }

    private sealed class Row
    {
        public long IncidentId { get; init; }

        public string Force { get; init; } = "";

        public string SourceSystem { get; init; } = "";

        public string Ref { get; init; } = "";

        public int Status { get; init; }

        public DateTime? Reported { get; init; }

        public int ReportedPrecision { get; init; }

        public string OpeningCode { get; init; } = "";

        public int AllegedCrimes { get; init; }

        public int OpenCrimes { get; init; }

        public int CrimeRecords { get; init; }

        public ListedIncident ToListed() => new()
        {
            IncidentId = IncidentId,
            Force = Force,
            SourceSystem = SourceSystem,
            Ref = Ref,
            Status = Status,
            ReportedMicros = SqlTime.ToMicros(Reported),
            ReportedPrecision = ReportedPrecision,
            OpeningCode = OpeningCode,
            AllegedCrimes = AllegedCrimes,
            OpenCrimes = OpenCrimes,
            CrimeRecords = CrimeRecords,
        };
    }
}
