namespace AuditServer.Security.Accesses;

/// <summary>What reading the access log needs of an engine.</summary>
internal interface IAccessReads
{
    /// <summary>Rows from an index on, in their order; fewer than asked for only where they end.</summary>
    ValueTask<IReadOnlyList<AccessRow>> ReadAsync(long fromIndex, int atMost, CancellationToken cancel);

    /// <summary>The index behind the last row that an entry covers.</summary>
    ValueTask<long> ReadDigestedEndAsync(CancellationToken cancel);
}
