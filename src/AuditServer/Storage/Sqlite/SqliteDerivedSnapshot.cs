using System.Data.Common;
using System.Runtime.CompilerServices;
using AuditServer.Rebuild;
using AuditServer.Rebuild.Rows;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>One moment of the file, table by table.</summary>
internal sealed class SqliteDerivedSnapshot(
    SqliteDatabase database, DbConnection connection, DbTransaction transaction, LogHead head, long entries) : IDerivedSnapshot
{
    public LogHead Head => head;

    public long Entries => entries;

    public IAsyncEnumerable<DerivedSource> ReadSourcesAsync(CancellationToken cancel) =>
        ReadAsync<DerivedSource>("read-derived-sources", cancel);

    public IAsyncEnumerable<DerivedIncident> ReadIncidentsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedIncident>("read-derived-incidents", cancel);

    public IAsyncEnumerable<DerivedIncidentEntry> ReadIncidentEntriesAsync(CancellationToken cancel) =>
        ReadAsync<DerivedIncidentEntry>("read-derived-incident-entries", cancel);

    public IAsyncEnumerable<DerivedOpenCrime> ReadOpenCrimesAsync(CancellationToken cancel) =>
        ReadAsync<DerivedOpenCrime>("read-derived-open-crimes", cancel);

    public IAsyncEnumerable<DerivedNoCrimeRecord> ReadNoCrimeRecordsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedNoCrimeRecord>("read-derived-no-crime-records", cancel);

    public IAsyncEnumerable<DerivedRollup> ReadRollupsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedRollup>("read-derived-rollups", cancel);

    public IAsyncEnumerable<DerivedRollupByValue> ReadRollupsByValueAsync(CancellationToken cancel) =>
        ReadAsync<DerivedRollupByValue>("read-derived-rollups-by-value", cancel);

    public IAsyncEnumerable<DerivedRollupMonth> ReadRollupMonthsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedRollupMonth>("read-derived-rollup-months", cancel);

    public IAsyncEnumerable<DerivedAudit> ReadAuditsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedAudit>("read-derived-audits", cancel);

    public IAsyncEnumerable<DerivedFrameUnit> ReadFrameUnitsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedFrameUnit>("read-derived-frame-units", cancel);

    public IAsyncEnumerable<DerivedSampleItem> ReadSampleItemsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedSampleItem>("read-derived-sample-items", cancel);

    public IAsyncEnumerable<DerivedItemStep> ReadItemStepsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedItemStep>("read-derived-item-steps", cancel);

    public IAsyncEnumerable<DerivedResidue> ReadResiduesAsync(CancellationToken cancel) =>
        ReadAsync<DerivedResidue>("read-derived-residues", cancel);

    public IAsyncEnumerable<DerivedVolumeVersion> ReadVolumeVersionsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedVolumeVersion>("read-derived-volume-versions", cancel);

    public IAsyncEnumerable<DerivedAccessDigest> ReadAccessDigestsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedAccessDigest>("read-derived-access-digests", cancel);

    public IAsyncEnumerable<long> ListAccessEntriesAsync(CancellationToken cancel) => ReadAsync<long>(
        "read-source-indexes", cancel, new { force = AccessDigestWriter.Force, source_system = AccessDigestWriter.SourceSystem });

    public IAsyncEnumerable<DerivedTile> ReadTilesAsync(CancellationToken cancel) => ReadAsync<DerivedTile>("read-derived-tiles", cancel);

    public IAsyncEnumerable<DerivedCheckpoint> ReadCheckpointsAsync(CancellationToken cancel) =>
        ReadAsync<DerivedCheckpoint>("read-derived-checkpoints", cancel);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(
        string file, [EnumeratorCancellation] CancellationToken cancel, object? parameters = null)
    {
        await foreach (T row in connection.QueryUnbufferedAsync<T>(database.Sql[file], parameters, transaction).WithCancellation(cancel))
        {
            yield return row;
        }
    }
}
