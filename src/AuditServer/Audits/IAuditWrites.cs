namespace AuditServer.Audits;

/// <summary>What audits need of an engine inside a turn.</summary>
internal interface IAuditWrites
{
    /// <summary>An audit by its id; null when there is none.</summary>
    ValueTask<AuditRecord?> FindAsync(string auditId, CancellationToken cancel);

    /// <summary>Writes a new audit.</summary>
    ValueTask AddAsync(AuditRecord audit, CancellationToken cancel);

    /// <summary>Writes an audit's document anew.</summary>
    ValueTask SaveAsync(AuditRecord audit, CancellationToken cancel);

    /// <summary>The first entries of an audit in the order of the log: all its steps stand before its first review.</summary>
    ValueTask<IReadOnlyList<LoggedStep>> ReadStepsAsync(string force, string auditId, CancellationToken cancel);

    /// <summary>Indexes of all entries of an audit, in the order of the log, without those of this very turn.</summary>
    ValueTask<IReadOnlyList<long>> ReadStepIndexesAsync(string force, string auditId, CancellationToken cancel);

    /// <summary>Takes over the staging of a frame: from now on only this attempt may stage.</summary>
    ValueTask<long> BeginFreezeAsync(long auditNo, CancellationToken cancel);

    /// <summary>Drops staged units of an earlier attempt, some at a time.</summary>
    /// <returns>How many were dropped; 0 when none is left.</returns>
    ValueTask<int> DropFrameAsync(long auditNo, int atMost, CancellationToken cancel);

    /// <summary>Stages units of a frame. Those staged before stay: a turn can be run again.</summary>
    ValueTask StageFrameAsync(long auditNo, IReadOnlyList<FrameUnit> units, CancellationToken cancel);

    /// <summary>Stages items of a sample, or tickets in reserve. The draw of a frame by a seed is always the same, so those staged
    /// before stay.</summary>
    ValueTask StageSampleAsync(long auditNo, IReadOnlyList<DrawnItem> items, bool inReserve, CancellationToken cancel);

    /// <summary>An item of a sample; null when the unit is not in it.</summary>
    ValueTask<SampleItemRow?> FindItemAsync(long auditNo, string unitId, CancellationToken cancel);

    /// <summary>Items of a sample, or tickets in reserve, in stratum and ticket order.</summary>
    ValueTask<IReadOnlyList<SampleItemRow>> ReadItemsAsync(long auditNo, ItemRowRange range, CancellationToken cancel);

    /// <summary>Writes what became of an item.</summary>
    ValueTask SaveItemAsync(long auditNo, SampleItemRow item, CancellationToken cancel);

    /// <summary>Writes to whom items are given.</summary>
    ValueTask AssignAsync(long auditNo, IReadOnlyList<SampleItemRow> items, CancellationToken cancel);

    /// <summary>Takes tickets in reserve into the sample.</summary>
    ValueTask EnterReservesAsync(long auditNo, int stratum, long fromPosition, long toPosition, CancellationToken cancel);

    /// <summary>Notes an entry in the history of an item.</summary>
    ValueTask AddItemStepAsync(long auditNo, SampleItemRow item, long entryIndex, CancellationToken cancel);

    /// <summary>The history of an item; without payload where the entry is of this very turn.</summary>
    ValueTask<IReadOnlyList<ItemStepRow>> ReadItemStepsAsync(long auditNo, SampleItemRow item, CancellationToken cancel);
}

/// <summary>A unit of a frame, by the place of its stratum in the plan.</summary>
/// <param name="Stratum">The place.</param>
/// <param name="UnitId">Its id, or what stands in for it.</param>
/// <param name="Erased">What followed from the id where that was erased; otherwise null.</param>
internal readonly record struct FrameUnit(int Stratum, string UnitId, ErasedFrameUnit? Erased = null);

/// <summary>A unit drawn, with its place in its stratum's ticket order, from 1.</summary>
/// <param name="Stratum">Place of the stratum in the plan.</param>
/// <param name="Position">Its place.</param>
/// <param name="UnitId">Its id, or what stands in for it.</param>
/// <param name="Ticket">Its ticket.</param>
/// <param name="LeafHash">The leaf that its id made in digests where the id was erased; otherwise null.</param>
internal readonly record struct DrawnItem(int Stratum, long Position, string UnitId, string Ticket, byte[]? LeafHash = null);

/// <summary>Which items: of one stratum or all, from a position on, in the sample or in reserve, and how many.</summary>
internal readonly record struct ItemRowRange(int? OnlyStratum, long FromPosition, bool InReserve, int AtMost)
{
    /// <summary>The whole sample.</summary>
    public static ItemRowRange Sample { get; } = new(null, 1, InReserve: false, int.MaxValue);
}

/// <summary>An entry in the history of an item; the step is null where the entry is of this very turn.</summary>
internal sealed record ItemStepRow(long EntryIndex, LoggedStep? Step);
