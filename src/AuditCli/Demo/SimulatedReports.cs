namespace AuditCli.Demo;

/// <summary>What the simulated reports of the month and of the replays have in common.</summary>
internal static class SimulatedReports
{
    private static readonly string[] NoCrimeCodes = ["anti-social-behaviour", "concern-for-safety", "road-traffic", "missing-person"];

    /// <summary>An opening code under which no crime is expected.</summary>
    public static string NoCrimeCode(DemoRandom random) => NoCrimeCodes[random.Between(0, NoCrimeCodes.Length - 1)];

    /// <summary>When the police were told of a report, to the second: reports follow each other evenly over the days.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day. Reports stay an hour clear of both ends, since days begin and end at midnight in London.</param>
    /// <param name="number">Which report, from 0.</param>
    /// <param name="reports">How many there are.</param>
    /// <param name="random">Places the report within its share of the time.</param>
    public static DateTimeOffset ReportedAt(DateOnly from, DateOnly to, int number, int reports, DemoRandom random)
    {
        DateTimeOffset start = new(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        TimeSpan span = TimeSpan.FromDays(to.DayNumber - from.DayNumber + 1) - TimeSpan.FromHours(2);
        DateTimeOffset at = start + TimeSpan.FromHours(1) + (span * ((number + random.Share()) / reports));
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
    }
}
