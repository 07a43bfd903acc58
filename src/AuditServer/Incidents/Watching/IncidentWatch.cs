using AuditServer.Errors;
using AuditServer.Paging;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Incidents.Watching;

/// <summary>
/// One watch: walks the log from where it was asked to, and then waits at its end. It holds the page that it tells and the next one, and
/// no queue: while its reader does not read, the write of a message waits, and nobody else does.
/// </summary>
internal sealed class IncidentWatch(
    WatchReading reading,
    LogSignal signal,
    WatchingOptions options,
    TimeProvider clock,
    WatchFilter filter,
    IServerStreamWriter<WatchIncidentsResponse> reader)
{
    /// <summary>Messages that leave together where more stand ready: each departure costs as much as several messages.</summary>
    private const int MostTogether = 50;

    private static readonly WriteOptions Followed = new(WriteFlags.BufferHint);

    private readonly PositionTokens tokens = new(filter.Query);
    private long position;
    private long checkpoint;
    private long lastTold;

    /// <summary>Runs until it is cancelled.</summary>
    /// <param name="from">The index to begin with; null: the end.</param>
    /// <param name="end">Where the log ends now.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="Fault">INVALID_RESUME_TOKEN: it is from past the end.</exception>
    public async Task RunAsync(long? from, long end, CancellationToken cancel)
    {
        if (from > end)
        {
            throw Faults.InvalidResumeToken($"is of a log of {from} entries, and this one has {end}");
        }

        position = checkpoint = from ?? end;
        lastTold = clock.GetTimestamp();
        await WalkAsync(end, cancel);
        await TellAsync(new() { CaughtUp = new WatchCaughtUp { TreeSize = end } }, cancel);
        checkpoint = position;
        while (true)
        {
            await WaitAsync(cancel);
            await WalkAsync(signal.Size, cancel);
        }
    }

    private async Task WalkAsync(long end, CancellationToken cancel)
    {
        await foreach (WatchPage page in PagesAsync(position, end, cancel))
        {
            await TellPageAsync(page, cancel);
            if (position - checkpoint >= options.CheckpointEvery)
            {
                checkpoint = position;
                await TellAsync(new() { Checkpoint = new WatchCheckpoint { TreeSize = position } }, cancel);
            }
        }
    }

    private IAsyncEnumerable<WatchPage> PagesAsync(long next, long end, CancellationToken cancel) => ReadAhead.WalkAsync(
        async token =>
        {
            WatchPage? page = next < end ? await reading.ReadAsync(filter, next, end, token) : null;
            next = page?.End ?? end;
            return page;
        },
        cancel);

    private async Task TellPageAsync(WatchPage page, CancellationToken cancel)
    {
        for (int i = 0; i < page.Entries.Count; i++)
        {
            bool isFollowed = i + 1 < page.Entries.Count && (i + 1) % MostTogether != 0;
            position = page.Entries[i].EntryIndex + 1;
            await TellAsync(new() { Entry = page.Entries[i] }, cancel, isFollowed);
        }

        position = page.End;
    }

    /// <summary>Waits at the end of the log until it is longer, and tells meanwhile that the stream lives.</summary>
    private async Task WaitAsync(CancellationToken cancel)
    {
        while (signal.Size <= position)
        {
            if (!await Silence.BrokenWithinAsync(TimeLeft, clock, token => signal.WaitBeyondAsync(position, token), cancel))
            {
                await TellAsync(new() { Heartbeat = new WatchHeartbeat { TreeSize = position } }, cancel);
            }
        }
    }

    /// <summary>Until the stream has been silent for too long.</summary>
    private TimeSpan TimeLeft() => options.Heartbeat - clock.GetElapsedTime(lastTold);

    /// <param name="message">What to tell.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="isFollowed">Whether another one follows at once, with which it may leave.</param>
    private Task TellAsync(WatchIncidentsResponse message, CancellationToken cancel, bool isFollowed = false)
    {
        lastTold = clock.GetTimestamp();
        message.ResumeToken = tokens.Issue(position);
        reader.WriteOptions = isFollowed ? Followed : null;
        return reader.WriteAsync(message, cancel);
    }
}
