using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>Times between the log's microseconds and <c>datetime2(6)</c>, which holds the same ones as UTC.</summary>
internal static class SqlTime
{
    public static DateTime Of(long micros) => Micros.ToTime(micros).UtcDateTime;

    public static DateTime? Of(long? micros) => micros is { } known ? Of(known) : null;

    public static long ToMicros(DateTime time) => Micros.Of(new DateTimeOffset(time.Ticks, TimeSpan.Zero));

    public static long? ToMicros(DateTime? time) => time is { } known ? ToMicros(known) : null;
}
