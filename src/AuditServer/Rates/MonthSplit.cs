namespace AuditServer.Rates;

/// <summary>The months of a question by whether their live counts moved. Every month is in exactly one of the ranges.</summary>
internal sealed class MonthSplit
{
    private readonly List<MonthRange> still = [];
    private readonly List<MonthRange> moving = [];

    private MonthSplit()
    {
    }

    /// <summary>Where nothing moved; a month without a mark never had a count.</summary>
    public IReadOnlyList<MonthRange> Still => still;

    /// <summary>Where something did.</summary>
    public IReadOnlyList<MonthRange> Moving => moving;

    /// <summary>Splits a range.</summary>
    /// <param name="months">All months.</param>
    /// <param name="now">Their marks, in order.</param>
    /// <param name="before">The marks that they had; null where that is not known, and nothing is taken to have moved.</param>
    public static MonthSplit Of(MonthRange months, IReadOnlyList<MonthMark> now, IReadOnlyDictionary<int, long>? before)
    {
        var split = new MonthSplit();
        int first = months.First;
        bool? moves = null;
        foreach (MonthMark mark in now)
        {
            bool moved = before is not null && !mark.IsAmong(before);
            if (moves is { } so && so != moved)
            {
                split.Add(new MonthRange(first, mark.Month - 1), so);
                first = mark.Month;
            }

            moves = moved;
        }

        split.Add(months with { First = first }, moves ?? false);
        return split;
    }

    private void Add(MonthRange range, bool moves) => (moves ? moving : still).Add(range);
}
