namespace AuditServer.Rates;

/// <summary>What reading recorded-crime volumes needs of an engine.</summary>
internal interface IVolumeReads
{
    /// <summary>The versions imported, in the order of the log.</summary>
    ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancel);

    /// <summary>The stored bytes of the import of a version; null when it is not held.</summary>
    ValueTask<byte[]?> ReadAsync(string version, CancellationToken cancel);
}
