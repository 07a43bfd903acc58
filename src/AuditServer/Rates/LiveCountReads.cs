using AuditCore.Recording;
using Microsoft.Extensions.Caching.Memory;

namespace AuditServer.Rates;

/// <summary>
/// Reads live counts. Of months that stand still the sums are kept for the next question, which reads the other months alone: so what an
/// answer costs does not grow with the years that a force has behind it. Whatever is kept, the answer is that of one snapshot.
/// </summary>
internal sealed class LiveCountReads(IRateReads reads) : IDisposable
{
    /// <summary>In rows of some 60 bytes (<see cref="SettledCounts.Size"/>): 30 MB at most. What does not fit is read each time.</summary>
    private const long Most = 500_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The live counts that a question is about, in one snapshot.</summary>
    public async ValueTask<LiveCounts> ReadAsync(AccountedForQuestion question, long nowMicros, CancellationToken cancel) =>
        (await ReadAllAsync([question], nowMicros, cancel))[0];

    /// <summary>The live counts of several questions, all in one snapshot; one for each, in their order.</summary>
    public async ValueTask<IReadOnlyList<LiveCounts>> ReadAllAsync(
        IReadOnlyList<AccountedForQuestion> questions, long nowMicros, CancellationToken cancel)
    {
        await using IRateSnapshot snapshot = await reads.SnapshotAsync(cancel);
        var counts = new List<LiveCounts>(questions.Count);
        foreach (AccountedForQuestion question in questions)
        {
            counts.Add(await ReadAsync(snapshot, CountsAsked.Of(question), nowMicros, cancel));
        }

        return counts;
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    private async ValueTask<LiveCounts> ReadAsync(IRateSnapshot snapshot, CountsAsked asked, long nowMicros, CancellationToken cancel)
    {
        SettledCounts settled = await SettledAsync(snapshot, asked, cancel);
        CountedRows rows = settled.Rows.With(await CountedRows.ReadAsync(snapshot, asked, settled.Moving, cancel));
        IReadOnlyList<PendingRow> pending = await snapshot.ReadPendingAsync(asked.Force, asked.Months, nowMicros, cancel);
        IReadOnlyList<PendingValueRow> pendingByValue = asked.Dimension switch
        {
            // What a reason answers is not open.
            null or RollupDimension.NotRecordedReason => [],
            { } dimension => await snapshot.ReadPendingByValueAsync(asked.Force, dimension, asked.Months, nowMicros, cancel),
        };
        return new LiveCounts(
            rows.Cells, pending, rows.Values, pendingByValue, await snapshot.ReadSourcesAsync(asked.Force, cancel), snapshot.Head);
    }

    private async ValueTask<SettledCounts> SettledAsync(IRateSnapshot snapshot, CountsAsked asked, CancellationToken cancel)
    {
        IReadOnlyList<MonthMark> marks = await snapshot.ReadMarksAsync(asked.Force, asked.Months, cancel);
        kept.TryGetValue(asked, out SettledCounts? last);
        if (last is not null && !last.AreWornBy(marks) && await last.AreOfAsync(snapshot, marks, cancel))
        {
            return last;
        }

        SettledCounts now = await SettledCounts.ReadAsync(snapshot, asked, marks, last?.Marks, cancel);
        if (now.CanBeKept)
        {
            kept.Set(asked, now, new MemoryCacheEntryOptions { Size = now.Size });
        }

        return now;
    }
}
