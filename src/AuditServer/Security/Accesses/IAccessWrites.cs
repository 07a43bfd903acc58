namespace AuditServer.Security.Accesses;

/// <summary>What the access log needs of an engine inside a turn.</summary>
internal interface IAccessWrites
{
    /// <summary>The index that the next row gets.</summary>
    ValueTask<long> ReadEndAsync(CancellationToken cancel);

    /// <summary>A row; null when there is none.</summary>
    ValueTask<AccessRow?> FindAsync(long index, CancellationToken cancel);

    /// <summary>Adds rows, at least one.</summary>
    ValueTask AddAsync(IReadOnlyList<AccessRow> rows, CancellationToken cancel);

    /// <summary>Notes which rows an entry covers.</summary>
    ValueTask AddDigestAsync(long entryIndex, long firstRow, long rows, CancellationToken cancel);

    /// <summary>The index behind the last row that an entry covers.</summary>
    ValueTask<long> ReadDigestedEndAsync(CancellationToken cancel);
}
