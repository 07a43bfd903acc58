using AuditServer.Rebuild.Rows;
using AuditServer.Sequencing;

namespace AuditServer.Rebuild;

/// <summary>
/// The derived tables as of one moment, whole and row by row: they can hold millions. In a form that is the same on every
/// engine: times in microseconds, sending systems by name.
/// </summary>
internal interface IDerivedSnapshot : IAsyncDisposable
{
    /// <summary>Where the head says that the log ends.</summary>
    LogHead Head { get; }

    /// <summary>How many entries there are, by their last index. The head should say the same.</summary>
    long Entries { get; }

    /// <summary>Sending systems, in any order.</summary>
    IAsyncEnumerable<DerivedSource> ReadSourcesAsync(CancellationToken cancel);

    /// <summary>Incidents by id.</summary>
    IAsyncEnumerable<DerivedIncident> ReadIncidentsAsync(CancellationToken cancel);

    /// <summary>Which entries speak of which incident, by both.</summary>
    IAsyncEnumerable<DerivedIncidentEntry> ReadIncidentEntriesAsync(CancellationToken cancel);

    /// <summary>Open crimes by incident; those of an incident in any order.</summary>
    IAsyncEnumerable<DerivedOpenCrime> ReadOpenCrimesAsync(CancellationToken cancel);

    /// <summary>Cancelled crimes and N100s by incident; those of an incident in any order.</summary>
    IAsyncEnumerable<DerivedNoCrimeRecord> ReadNoCrimeRecordsAsync(CancellationToken cancel);

    /// <summary>
    /// Live counts by force, month, class and what is counted, without those of nothing: how turns were cut decides whether
    /// they have a row.
    /// </summary>
    IAsyncEnumerable<DerivedRollup> ReadRollupsAsync(CancellationToken cancel);

    /// <summary>Live counts by force, further dimension and month, those of a month in any order; without those of nothing.</summary>
    IAsyncEnumerable<DerivedRollupByValue> ReadRollupsByValueAsync(CancellationToken cancel);

    /// <summary>Marked months by force and month, without those of which nothing is counted.</summary>
    IAsyncEnumerable<DerivedRollupMonth> ReadRollupMonthsAsync(CancellationToken cancel);

    /// <summary>Audits by number.</summary>
    IAsyncEnumerable<DerivedAudit> ReadAuditsAsync(CancellationToken cancel);

    /// <summary>Units staged for frames, by audit, stratum and id.</summary>
    IAsyncEnumerable<DerivedFrameUnit> ReadFrameUnitsAsync(CancellationToken cancel);

    /// <summary>Units staged for samples, by audit, stratum and place; without tickets in reserve, which count for nothing.</summary>
    IAsyncEnumerable<DerivedSampleItem> ReadSampleItemsAsync(CancellationToken cancel);

    /// <summary>Which entries are the history of which item, by both.</summary>
    IAsyncEnumerable<DerivedItemStep> ReadItemStepsAsync(CancellationToken cancel);

    /// <summary>What is left of erased entries, by index.</summary>
    IAsyncEnumerable<DerivedResidue> ReadResiduesAsync(CancellationToken cancel);

    /// <summary>Versions of recorded-crime volumes, in any order.</summary>
    IAsyncEnumerable<DerivedVolumeVersion> ReadVolumeVersionsAsync(CancellationToken cancel);

    /// <summary>Which entries cover which rows of the access log, by entry.</summary>
    IAsyncEnumerable<DerivedAccessDigest> ReadAccessDigestsAsync(CancellationToken cancel);

    /// <summary>Indexes of the entries that cover the access log, in their order: what the log says, and no derived table.</summary>
    IAsyncEnumerable<long> ListAccessEntriesAsync(CancellationToken cancel);

    /// <summary>Tiles of the tree, level by level.</summary>
    IAsyncEnumerable<DerivedTile> ReadTilesAsync(CancellationToken cancel);

    /// <summary>Checkpoints, smallest first.</summary>
    IAsyncEnumerable<DerivedCheckpoint> ReadCheckpointsAsync(CancellationToken cancel);
}
