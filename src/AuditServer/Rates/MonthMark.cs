namespace AuditServer.Rates;

/// <summary>Shows whether live counts of a month changed.</summary>
/// <param name="Month">Year × 100 + month; 0 when unknown.</param>
/// <param name="Changes">In how many turns any of its counts changed: where two moments have the same, they have the same counts.</param>
internal readonly record struct MonthMark(int Month, long Changes)
{
    /// <summary>Whether the month had the same mark at an earlier moment.</summary>
    public bool IsAmong(IReadOnlyDictionary<int, long> earlier) => earlier.TryGetValue(Month, out long was) && was == Changes;
}
