using AuditServer.Incidents.Watching;
using AuditServer.Sequencing;

namespace AuditServer.Overdue.Watching;

/// <summary>The list with which a watch begins.</summary>
internal sealed class OverdueList(IOverdueReads reads, WatchTurns turns, OverdueFilter filter, TimeProvider clock, int atMost)
{
    /// <summary>Reads it.</summary>
    /// <param name="since">Since when everything is told: the list is of no earlier time.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The list, and of when it is.</returns>
    public async Task<(OverduePage Page, WatchPoint At)> ReadAsync(WatchPoint since, CancellationToken cancel)
    {
        // The time is that of the reading, not of the waiting for a turn.
        long now = 0;
        OverduePage page = await turns.TakeAsync(
            async () =>
            {
                now = Math.Max(since.Micros, Micros.Of(clock.GetUtcNow()));
                return await reads.ReadAsync(filter.At(now, atMost), cancel);
            },
            cancel);
        return (page, new WatchPoint(page.Head.Size, now));
    }
}
