namespace AuditClient.Tests.Updates;

public sealed class EventTimesTests
{
    [Fact]
    public void An_instant_is_sent_as_utc()
    {
        EventTime time = EventTimes.Instant(new DateTimeOffset(2026, 7, 1, 13, 30, 0, TimeSpan.FromHours(1)));

        Assert.Equal(new DateTime(2026, 7, 1, 12, 30, 0, DateTimeKind.Utc), time.Time.ToDateTime());
        Assert.Equal(TimePrecision.Instant, time.Precision);
    }

    [Theory]
    [InlineData(2026, 1, 15, "2026-01-15T00:00:00Z")]
    [InlineData(2026, 7, 15, "2026-07-14T23:00:00Z")]
    [InlineData(2026, 3, 29, "2026-03-29T00:00:00Z")]
    [InlineData(2026, 3, 30, "2026-03-29T23:00:00Z")]
    [InlineData(2026, 10, 25, "2026-10-24T23:00:00Z")]
    [InlineData(2026, 10, 26, "2026-10-26T00:00:00Z")]
    public void A_day_begins_at_midnight_in_London(int year, int month, int day, string utc)
    {
        EventTime time = EventTimes.Day(new DateOnly(year, month, day));

        Assert.Equal(DateTimeOffset.Parse(utc, null), time.Time.ToDateTimeOffset());
        Assert.Equal(TimePrecision.Day, time.Precision);
    }

    [Theory]
    [InlineData(2019, 2, "2019-02-01T00:00:00Z")]
    [InlineData(2019, 8, "2019-07-31T23:00:00Z")]
    public void A_month_begins_with_its_first_day_in_London(int year, int month, string utc)
    {
        EventTime time = EventTimes.Month(year, month);

        Assert.Equal(DateTimeOffset.Parse(utc, null), time.Time.ToDateTimeOffset());
        Assert.Equal(TimePrecision.Month, time.Precision);
    }

    [Fact]
    public void There_is_no_thirteenth_month() => Assert.Throws<ArgumentOutOfRangeException>(() => EventTimes.Month(2026, 13));
}
