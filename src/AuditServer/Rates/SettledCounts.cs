using AuditServer.Audits;

namespace AuditServer.Rates;

/// <summary>
/// Live counts of the months that stood still, added up, with what shows whether they still are so. A turn that changes a count of a month
/// moves the month's mark; and a log that was set back, to go on otherwise, has another entry where this one was last.
/// </summary>
/// <param name="marks">Every month's mark when they were added up.</param>
/// <param name="moving">The months that are not in it.</param>
/// <param name="rows">The counts.</param>
/// <param name="lastEntry">The log's last entry then.</param>
/// <param name="log">The log, as it is known again by this entry; null where it is not, and the counts serve once.</param>
internal sealed class SettledCounts(
    IReadOnlyDictionary<int, long> marks, IReadOnlyList<MonthRange> moving, CountedRows rows, long lastEntry, LogMark? log)
{
    private const long Place = 16;
    private const long ValueWeight = 3;

    private int readBeside;

    /// <summary>Every month's mark when they were added up.</summary>
    public IReadOnlyDictionary<int, long> Marks => marks;

    /// <summary>The months that are not in it.</summary>
    public IReadOnlyList<MonthRange> Moving => moving;

    /// <summary>The counts.</summary>
    public CountedRows Rows => rows;

    /// <summary>They are worth keeping: there are some, and it can be seen when they are old.</summary>
    public bool CanBeKept => log is not null && marks.Count > 0;

    /// <summary>How much it holds, in rows of cells: a value has a text of its own, and a question of few rows its place.</summary>
    public long Size => Place + marks.Count + rows.Cells.Length + (ValueWeight * rows.Values.Length);

    /// <summary>Reads the counts of months that do not move, and adds them up.</summary>
    /// <param name="snapshot">The moment.</param>
    /// <param name="asked">Which counts.</param>
    /// <param name="now">The marks of its months, in order.</param>
    /// <param name="before">The marks when this was last done, which show what moves; null when it never was.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async ValueTask<SettledCounts> ReadAsync(
        IRateSnapshot snapshot, CountsAsked asked, IReadOnlyList<MonthMark> now, IReadOnlyDictionary<int, long>? before, CancellationToken cancel)
    {
        var split = MonthSplit.Of(asked.Months, now, before);
        CountedRows rows = await CountedRows.ReadAsync(snapshot, asked, split.Still, cancel);
        long last = snapshot.Head.Size - 1;
        return new SettledCounts(
            now.ToDictionary(m => m.Month, m => m.Changes),
            split.Moving,
            rows.Summed(asked.ByMonth),
            last,
            await snapshot.FindMarkAsync(last, cancel));
    }

    /// <summary>Whether the same would be read at the moment of another snapshot, of which these are the marks.</summary>
    public async ValueTask<bool> AreOfAsync(IRateSnapshot snapshot, IReadOnlyList<MonthMark> now, CancellationToken cancel) =>
        StandStill(now) && log is not null && await snapshot.FindMarkAsync(lastEntry, cancel) is { } mark && mark.IsOf(log);

    /// <summary>
    /// Notes that the months beside them are read once more, and tells whether they are to be added up anew, though they are right. What
    /// moves may have come to rest: once as many months were read so as there are, finding out costs no more than was spent already.
    /// </summary>
    /// <param name="now">The marks.</param>
    public bool AreWornBy(IReadOnlyList<MonthMark> now) =>
        moving.Count > 0 && Interlocked.Add(ref readBeside, now.Count(m => Moves(m.Month))) > now.Count;

    private bool StandStill(IReadOnlyList<MonthMark> now)
    {
        foreach (MonthMark mark in now)
        {
            if (!Moves(mark.Month) && !mark.IsAmong(marks))
            {
                return false;
            }
        }

        return true;
    }

    private bool Moves(int month)
    {
        foreach (MonthRange range in moving)
        {
            if (range.Contains(month))
            {
                return true;
            }
        }

        return false;
    }
}
