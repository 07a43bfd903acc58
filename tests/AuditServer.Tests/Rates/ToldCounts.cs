using AuditCore.Recording;
using AuditServer.Audits;
using AuditServer.Rates;
using AuditServer.Sequencing;

namespace AuditServer.Tests.Rates;

/// <summary>Live counts of a force that the test makes up, one crime recorded in time for each change of a month, and what was read of them.</summary>
internal sealed class ToldCounts : IRateReads, IRateSnapshot
{
    private readonly SortedDictionary<int, long> months = [];

    /// <summary>Which months cells were read of, in the order in which they were.</summary>
    public List<MonthRange> Read { get; } = [];

    /// <summary>How many different values each month has.</summary>
    public int Values { get; set; } = 1;

    public LogMark? Mark { get; set; } = new([1, 2, 3], -1);

    public LogHead Head => new(100, 0, null);

    /// <summary>What a recount gives.</summary>
    public long Count => months.Values.Sum();

    /// <summary>Counts one crime more in each of some months, in a turn of its own.</summary>
    public void Change(params ReadOnlySpan<int> changed)
    {
        foreach (int month in changed)
        {
            months[month] = months.GetValueOrDefault(month) + 1;
        }
    }

    public ValueTask<IRateSnapshot> SnapshotAsync(CancellationToken cancel) => ValueTask.FromResult<IRateSnapshot>(this);

    public ValueTask<LogMark?> FindMarkAsync(long entryIndex, CancellationToken cancel) =>
        ValueTask.FromResult(entryIndex == Head.Size - 1 ? Mark : null);

    public ValueTask<IReadOnlyList<MonthMark>> ReadMarksAsync(string force, MonthRange range, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<MonthMark>>([.. months.Where(m => range.Contains(m.Key)).Select(m => new MonthMark(m.Key, m.Value))]);

    public ValueTask<IReadOnlyList<RollupRow>> ReadCellsAsync(string force, MonthRange range, CancellationToken cancel)
    {
        Read.Add(range);
        return ValueTask.FromResult<IReadOnlyList<RollupRow>>(
            [.. months.Where(m => range.Contains(m.Key)).Select(m => new RollupRow { Month = m.Key, Class = 1, Number = m.Value })]);
    }

    public ValueTask<IReadOnlyList<ValueRow>> ReadValuesAsync(
        string force, RollupDimension dimension, MonthRange range, CancellationToken cancel)
    {
        long number = months.Where(m => range.Contains(m.Key)).Sum(m => m.Value);
        return ValueTask.FromResult<IReadOnlyList<ValueRow>>(
            [.. Enumerable.Range(0, number == 0 ? 0 : Values).Select(v => new ValueRow { Value = $"v{v}", Class = 1, Number = number })]);
    }

    /// <summary>Nothing is open.</summary>
    public ValueTask<IReadOnlyList<PendingRow>> ReadPendingAsync(string force, MonthRange range, long nowMicros, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<PendingRow>>([]);

    public ValueTask<IReadOnlyList<PendingValueRow>> ReadPendingByValueAsync(
        string force, RollupDimension dimension, MonthRange range, long nowMicros, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<PendingValueRow>>([]);

    public ValueTask<IReadOnlyList<SourceRow>> ReadSourcesAsync(string force, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<SourceRow>>([]);

    public ValueTask<bool> HasNotCountedAsync(CancellationToken cancel) => ValueTask.FromResult(false);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
