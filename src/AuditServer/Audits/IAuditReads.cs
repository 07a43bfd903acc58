using AuditServer.Sequencing;

namespace AuditServer.Audits;

/// <summary>What reading audits needs of an engine.</summary>
internal interface IAuditReads
{
    /// <summary>Items whose force has let its time to answer pass, the longest overdue first.</summary>
    Task<IReadOnlyList<DueItem>> ListDueAsync(long nowMicros, int atMost, CancellationToken cancel);

    /// <summary>Ids of audits whose time to reveal has passed with a secret withheld, the longest overdue first.</summary>
    Task<IReadOnlyList<string>> ListRevealsDueAsync(long nowMicros, int atMost, CancellationToken cancel);

    /// <summary>Begins a reading of which everything is of one moment, while writing goes on.</summary>
    ValueTask<IAuditSnapshot> SnapshotAsync(CancellationToken cancel);
}

/// <summary>The log and its derived tables as of one moment.</summary>
internal interface IAuditSnapshot : IAsyncDisposable
{
    /// <summary>Where the log ends.</summary>
    LogHead Head { get; }

    /// <summary>An audit by its id; null when there is none.</summary>
    Task<AuditRecord?> FindAsync(string auditId, CancellationToken cancel);

    /// <summary>A page of audits, oldest first.</summary>
    /// <param name="forces">Only of these forces; null: of all.</param>
    /// <param name="after">Number of the audit before; -1 for the first page.</param>
    /// <param name="atMost">Page size.</param>
    /// <param name="cancel">Ends the reading.</param>
    Task<IReadOnlyList<AuditRecord>> ListAsync(IReadOnlyCollection<string>? forces, long after, int atMost, CancellationToken cancel);

    /// <summary>All units of a force whose time, as far as it is known, begins in a range: incidents and direct crimes.</summary>
    IAsyncEnumerable<WindowUnit> ReadUnitsAsync(string force, long fromMicros, long toMicros, CancellationToken cancel);

    /// <summary>All cancelled crimes and N100s of a force whose time, as far as it is known, begins in a range.</summary>
    IAsyncEnumerable<WindowUnit> ReadRecordsAsync(string force, long fromMicros, long toMicros, CancellationToken cancel);

    /// <summary>The units of a stratum of a frame, in the ordinal order of their ids; in pages, of which the last can be empty.</summary>
    IAsyncEnumerable<IReadOnlyList<FrameUnit>> ReadFrameAsync(long auditNo, int stratum, CancellationToken cancel);

    /// <summary>Items of a sample in stratum and ticket order, with the reviews that count.</summary>
    IAsyncEnumerable<ReviewedItem> ReadItemsAsync(long auditNo, ItemRange range, CancellationToken cancel);

    /// <summary>The reviews that count of all items of a sample, in stratum and ticket order: no more than an estimate rests on.</summary>
    IAsyncEnumerable<CountedReview> ReadReviewsAsync(long auditNo, CancellationToken cancel);

    /// <summary>An item of a sample by its unit; null when the unit is not in it.</summary>
    Task<ReviewedItem?> FindItemAsync(long auditNo, string unitId, CancellationToken cancel);

    /// <summary>The histories of the items from one to another, in the order of the items and of the log.</summary>
    Task<IReadOnlyList<ItemHistoryRow>> ReadStepsAsync(
        long auditNo, ItemPlace first, ItemPlace last, ItemSelection selection, CancellationToken cancel);

    /// <summary>What the log is known again by at an entry; null when it has no such entry.</summary>
    Task<LogMark?> FindMarkAsync(long entryIndex, CancellationToken cancel);
}

/// <summary>Items after a place in a sample, of one stratum or all, and how many at most.</summary>
internal readonly record struct ItemRange(int? OnlyStratum, int AfterStratum, long AfterPosition, long AtMost, ItemSelection Selection = default)
{
    public static ItemRange All { get; } = new(null, 0, 0, long.MaxValue);
}

/// <summary>Whose items: those given to a reviewer, and those to be arbitrated too; or those that the force was told of; neither: all.</summary>
internal readonly record struct ItemSelection(string? Reviewer, bool ToldToForce, bool ToArbitrate = false);

/// <summary>An item of a sample, with the stored bytes of the entry whose review counts; null while there is none.</summary>
internal sealed record ReviewedItem(SampleItemRow Row, byte[]? Review);

/// <summary>A step in the history of an item.</summary>
internal sealed record ItemHistoryRow(int Stratum, long Position, LoggedStep Step);

/// <summary>An item whose force has let its time to answer pass.</summary>
internal sealed record DueItem(string AuditId, string UnitId);
