namespace AuditServer.Rates;

/// <summary>What recorded-crime volumes need of an engine inside a turn.</summary>
internal interface IVolumeWrites
{
    /// <summary>Notes a version of volumes, held by the entry at an index.</summary>
    ValueTask AddAsync(string version, long entryIndex, CancellationToken cancel);

    /// <summary>The entry that holds a version, or null.</summary>
    ValueTask<long?> FindAsync(string version, CancellationToken cancel);
}
