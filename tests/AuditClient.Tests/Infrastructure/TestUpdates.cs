using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditClient.Tests.Infrastructure;

/// <summary>Updates that differ by their number: <c>r1</c>, <c>r2</c>, …</summary>
internal static class TestUpdates
{
    private static readonly DateTimeOffset Reported = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static IncidentUpdate Number(int number) =>
        IncidentUpdates.Opened("thames-valley", "storm", $"URN-{number}", Reported, "violence", requestId: $"r{number}");

    public static IEnumerable<string> Ids(int from, int to) => Enumerable.Range(from, to - from + 1).Select(number => $"r{number}");

    public static async Task WriteAsync(this IncidentWriter writer, int from, int to)
    {
        for (int number = from; number <= to; number++)
        {
            await writer.WriteAsync(Number(number));
        }
    }
}
