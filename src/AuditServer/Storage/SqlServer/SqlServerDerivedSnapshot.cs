using AuditServer.Rebuild;
using AuditServer.Rebuild.Rows;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>One moment of the database, table by table.</summary>
internal sealed class SqlServerDerivedSnapshot(SqlServerSession snapshot, LogHead head, long entries) : IDerivedSnapshot
{
    public LogHead Head => head;

    public long Entries => entries;

    public IAsyncEnumerable<DerivedSource> ReadSourcesAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedSource>(Statements.ReadDerivedSources.With(), cancel);

    public IAsyncEnumerable<DerivedIncident> ReadIncidentsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedIncident>(Statements.ReadDerivedIncidents.With(), cancel);

    public IAsyncEnumerable<DerivedIncidentEntry> ReadIncidentEntriesAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedIncidentEntry>(Statements.ReadDerivedIncidentEntries.With(), cancel);

    public IAsyncEnumerable<DerivedOpenCrime> ReadOpenCrimesAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedOpenCrime>(Statements.ReadDerivedOpenCrimes.With(), cancel);

    public IAsyncEnumerable<DerivedNoCrimeRecord> ReadNoCrimeRecordsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedNoCrimeRecord>(Statements.ReadDerivedNoCrimeRecords.With(), cancel);

    public IAsyncEnumerable<DerivedRollup> ReadRollupsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedRollup>(Statements.ReadDerivedRollups.With(), cancel);

    public IAsyncEnumerable<DerivedRollupByValue> ReadRollupsByValueAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedRollupByValue>(Statements.ReadDerivedRollupsByValue.With(), cancel);

    public IAsyncEnumerable<DerivedRollupMonth> ReadRollupMonthsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedRollupMonth>(Statements.ReadDerivedRollupMonths.With(), cancel);

    public IAsyncEnumerable<DerivedAudit> ReadAuditsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedAudit>(Statements.ReadDerivedAudits.With(), cancel);

    public IAsyncEnumerable<DerivedFrameUnit> ReadFrameUnitsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedFrameUnit>(Statements.ReadDerivedFrameUnits.With(), cancel);

    public IAsyncEnumerable<DerivedSampleItem> ReadSampleItemsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedSampleItem>(Statements.ReadDerivedSampleItems.With(), cancel);

    public IAsyncEnumerable<DerivedResidue> ReadResiduesAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedResidue>(Statements.ReadDerivedResidues.With(), cancel);

    public IAsyncEnumerable<DerivedItemStep> ReadItemStepsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedItemStep>(Statements.ReadDerivedItemSteps.With(), cancel);

    public IAsyncEnumerable<DerivedVolumeVersion> ReadVolumeVersionsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedVolumeVersion>(Statements.ReadDerivedVolumeVersions.With(), cancel);

    public IAsyncEnumerable<DerivedAccessDigest> ReadAccessDigestsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedAccessDigest>(Statements.ReadDerivedAccessDigests.With(), cancel);

    public IAsyncEnumerable<long> ListAccessEntriesAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<long>(Statements.ReadSourceIndexes.With(AccessDigestWriter.Force, AccessDigestWriter.SourceSystem), cancel);

    public IAsyncEnumerable<DerivedTile> ReadTilesAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedTile>(Statements.ReadDerivedTiles.With(), cancel);

    public IAsyncEnumerable<DerivedCheckpoint> ReadCheckpointsAsync(CancellationToken cancel) =>
        snapshot.ReadUnbufferedAsync<DerivedCheckpoint>(Statements.ReadDerivedCheckpoints.With(), cancel);

    public ValueTask DisposeAsync() => snapshot.DisposeAsync();
}
