using AuditServer.Incidents.Watching;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Overdue.Watching;

/// <summary>One watch: the list, then what changes in it. While its reader does not read, events wait for it, up to a limit.</summary>
internal sealed class OverdueWatch(
    OverdueAudience audience,
    OverdueList list,
    OverdueFilter filter,
    OverdueMessages messages,
    OverdueSources sources,
    WatchingOptions options,
    TimeProvider clock,
    IServerStreamWriter<WatchOverdueResponse> reader)
{
    private long lastTold;

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            using OverdueSubscription told = audience.Join(filter, options.OverdueBacklog);
            WatchPoint since = await told.Ready.WaitAsync(cancel);
            OverdueFollower follower = await TellListAsync(since, cancel);
            // Ends when more waited than may: a new list is shorter than all that was missed.
            await FollowAsync(told, follower, cancel);
        }
    }

    private async Task<OverdueFollower> TellListAsync(WatchPoint since, CancellationToken cancel)
    {
        (OverduePage page, WatchPoint at) = await list.ReadAsync(since, cancel);
        DateTimeOffset now = Micros.ToTime(at.Micros);
        await TellAsync(new() { Begun = messages.Begun(page, now) }, at, cancel);
        foreach (OverdueRow crime in page.Crimes)
        {
            await TellAsync(new() { Listed = messages.Of(crime, now) }, at, cancel);
        }

        await TellAsync(new() { CaughtUp = new OverdueCaughtUp() }, at, cancel);
        return new OverdueFollower(filter, page.Crimes, at, page.Crimes.Count < options.OverdueListed ? null : page.Crimes[^1].Position);
    }

    private async Task FollowAsync(OverdueSubscription told, OverdueFollower follower, CancellationToken cancel)
    {
        while (await WaitAsync(told, cancel))
        {
            while (!told.Lost && told.Events.TryRead(out OverdueEvent? happened))
            {
                WatchPoint at = happened.To.AtLeast(follower.Listed);
                // What was so before the list was read is in it.
                if (happened is FreshnessChanged fresh && !follower.Listed.Reaches(fresh.To))
                {
                    ForceFreshness now = messages.Freshness(fresh.Force, fresh.Sources, Micros.ToTime(at.Micros));
                    await TellAsync(new() { Freshness = now }, at, cancel);
                }

                foreach (OverdueChange change in follower.Take(happened))
                {
                    await TellAsync(Message(change, at), at, cancel);
                }
            }
        }
    }

    /// <summary>Waits for events, and tells meanwhile that the stream lives; false when a new list is needed.</summary>
    private async Task<bool> WaitAsync(OverdueSubscription told, CancellationToken cancel)
    {
        while (true)
        {
            // Read before looking whether anything waits: what was told up to here has then been passed on.
            WatchPoint? point = audience.Point;
            if (TimeLeft() > TimeSpan.Zero)
            {
                bool more = false;
                if (await Silence.BrokenWithinAsync(TimeLeft, clock, async token => more = await told.Events.WaitToReadAsync(token), cancel))
                {
                    return more && !told.Lost;
                }
            }
            else if (point is { } at && !told.Events.TryPeek(out _))
            {
                await TellAsync(new() { Heartbeat = Heartbeat(at) }, at, cancel);
            }
            else
            {
                // Something waits, or the clock has failed, which ends this with the cause.
                return await told.Events.WaitToReadAsync(cancel) && !told.Lost;
            }
        }
    }

    /// <summary>Until the stream has been silent for too long.</summary>
    private TimeSpan TimeLeft() => options.Heartbeat - clock.GetElapsedTime(lastTold);

    private OverdueHeartbeat Heartbeat(WatchPoint at) => new()
    {
        Freshness = { filter.Forces.Select(force => messages.Freshness(force, sources.Of(force), Micros.ToTime(at.Micros))) },
    };

    private WatchOverdueResponse Message(OverdueChange change, WatchPoint at)
    {
        OverdueCrime crime = messages.Of(change.Crime, Micros.ToTime(at.Micros));
        return change switch
        {
            { Kind: OverdueChangeKind.Passed } => new() { Passed = crime },
            { By: { } by } => new()
            {
                Resolved = new OverdueResolved
                {
                    Crime = crime,
                    Answer = by.Answer,
                    AnsweredBy = by.AnsweredBy,
                    NotRecordedReason = by.Reason,
                },
            },
            _ => new() { Listed = crime },
        };
    }

    private Task TellAsync(WatchOverdueResponse message, WatchPoint at, CancellationToken cancel)
    {
        lastTold = clock.GetTimestamp();
        message.AsOf = at.ToAsOf();
        return reader.WriteAsync(message, cancel);
    }
}
