namespace AuditServer.Sequencing;

/// <summary>What reading the log itself needs of an engine: its end, and its entries by index.</summary>
internal interface ILogReads
{
    /// <summary>Where the log ends; null when there is no log. None is made.</summary>
    ValueTask<LogHead?> FindHeadAsync(CancellationToken cancel);

    /// <summary>Entries from an index on, in the order of the log; fewer than asked for only where the log ends.</summary>
    ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(long fromIndex, int atMost, CancellationToken cancel);

    /// <summary>Redactions from an index on, in the order of the log.</summary>
    ValueTask<IReadOnlyList<StoredEntry>> ReadRedactionsAsync(long fromIndex, int atMost, CancellationToken cancel);
}
