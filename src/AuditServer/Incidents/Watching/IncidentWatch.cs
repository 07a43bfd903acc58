using AuditServer.Errors;
using AuditServer.Paging;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Incidents.Watching;

/// <summary>
/// One watch: walks the log from where it was asked to, and then waits at its end. It holds one page and no queue: while its
/// reader does not read, the write of a message waits, and nobody else does.
/// </summary>
internal sealed class IncidentWatch(
    WatchReading reading,
    LogSignal signal,
    WatchingOptions options,
    TimeProvider clock,
    WatchFilter filter,
    IServerStreamWriter<WatchIncidentsResponse> reader)
{
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
        while (position < end)
        {
            WatchPage page = await reading.ReadAsync(filter, position, end, cancel);
            foreach (WatchedEntry entry in page.Entries)
            {
                position = entry.EntryIndex + 1;
                await TellAsync(new() { Entry = entry }, cancel);
            }

            position = page.End;
            if (position - checkpoint >= options.CheckpointEvery)
            {
                checkpoint = position;
                await TellAsync(new() { Checkpoint = new WatchCheckpoint { TreeSize = position } }, cancel);
            }
        }
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

    private Task TellAsync(WatchIncidentsResponse message, CancellationToken cancel)
    {
        lastTold = clock.GetTimestamp();
        message.ResumeToken = PageTokens.Issue(filter.Query, position);
        return reader.WriteAsync(message, cancel);
    }
}
