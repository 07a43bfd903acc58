using System.Collections.Immutable;

namespace AuditServer.Rates;

/// <summary>Live counts over some months.</summary>
/// <param name="Cells">By cell.</param>
/// <param name="Values">By the values of the further dimension asked for; none without one.</param>
internal sealed record CountedRows(ImmutableArray<RollupRow> Cells, ImmutableArray<ValueRow> Values)
{
    /// <summary>Reads them, range by range.</summary>
    public static async ValueTask<CountedRows> ReadAsync(
        IRateSnapshot snapshot, CountsAsked asked, IReadOnlyList<MonthRange> ranges, CancellationToken cancel)
    {
        var cells = new List<RollupRow>();
        var values = new List<ValueRow>();
        foreach (MonthRange months in ranges)
        {
            cells.AddRange(await snapshot.ReadCellsAsync(asked.Force, months, cancel));
            if (asked.Dimension is { } dimension)
            {
                values.AddRange(await snapshot.ReadValuesAsync(asked.Force, dimension, months, cancel));
            }
        }

        return new CountedRows([.. cells], [.. values]);
    }

    /// <summary>The same counts in as few rows as there can be, those of a value together.</summary>
    /// <param name="byMonth">Cells stay apart by month.</param>
    public CountedRows Summed(bool byMonth) => new(
        byMonth ? Cells :
        [
            .. Cells.GroupBy(c => (c.Class, c.Counted))
                .Select(g => new RollupRow { Class = g.Key.Class, Counted = g.Key.Counted, Number = g.Sum(c => c.Number) }),
        ],
        [
            .. Values.GroupBy(v => (v.Value, v.Class, v.Counted))
                .Select(g => new ValueRow { Value = g.Key.Value, Class = g.Key.Class, Counted = g.Key.Counted, Number = g.Sum(v => v.Number) })
                .OrderBy(v => v.Value, StringComparer.Ordinal),
        ]);

    /// <summary>These, and others.</summary>
    public CountedRows With(CountedRows other) =>
        other.Cells.Length + other.Values.Length == 0 ? this : new CountedRows([.. Cells, .. other.Cells], [.. Values, .. other.Values]);
}
