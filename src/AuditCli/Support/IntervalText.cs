using CrimeAudit.V1;

namespace AuditCli.Support;

/// <summary>Intervals of shares as people read them.</summary>
internal static class IntervalText
{
    /// <summary><c>79.1 % to 90.2 %</c>, cut to what a share can be; empty where there is none.</summary>
    public static string Of(Interval? interval) =>
        interval is null ? "" : $"{PercentText.Of(Math.Max(0, interval.Lower))} to {PercentText.Of(Math.Min(1, interval.Upper))}";
}
