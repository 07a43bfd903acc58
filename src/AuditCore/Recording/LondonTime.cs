namespace AuditCore.Recording;

/// <summary>Europe/London, in which forces and inspectors speak of days and months. Stored times are UTC.</summary>
public static class LondonTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The instant at which a day begins.</summary>
    /// <param name="day">A day.</param>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        DateTime midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>An instant as clocks in London show it, with the offset that they have then.</summary>
    /// <param name="instant">An instant.</param>
    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The day on which an instant falls.</summary>
    /// <param name="instant">An instant.</param>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>The month in which an instant falls, as year × 100 + month.</summary>
    /// <param name="instant">An instant.</param>
    public static int MonthOf(DateTimeOffset instant)
    {
        // London is at UTC or an hour ahead of it: only in a month's last hour does the zone decide, and asking it is dear.
        DateTime utc = instant.UtcDateTime;
        DateTime ahead = utc.AddHours(1);
        DateOnly day = utc.Month == ahead.Month ? DateOnly.FromDateTime(utc) : DayOf(instant);
        return (day.Year * 100) + day.Month;
    }
}
