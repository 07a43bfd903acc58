using Bench.Load;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Watching;

/// <summary>One who follows the log, and notes how late each message is.</summary>
/// <param name="incidents">Where.</param>
/// <param name="openingCode">Only of this code; empty: everything.</param>
/// <param name="warm">Entries that warm up: how late their messages are does not count.</param>
/// <param name="size">Entries that the log will have.</param>
internal sealed class Watcher(IIncidentClient incidents, string openingCode, int warm, int size)
{
    private readonly TaskCompletionSource warmed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>It has caught up with the empty log.</summary>
    public Task Started => started.Task;

    /// <summary>It has heard of the last entry that warms up.</summary>
    public Task Warmed => warmed.Task;

    /// <summary>It has heard of the last entry, or of none any more.</summary>
    public Task Ended => ended.Task;

    /// <summary>How late each message was.</summary>
    public Latencies Latencies { get; } = new();

    /// <summary>Follows until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var question = new WatchIncidentsRequest { Force = SampleUpdates.Force, OpeningCode = openingCode };
        try
        {
            await foreach (WatchIncidentsResponse message in incidents.WatchAsync(question, cancellationToken: cancel))
            {
                Take(message);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            ended.TrySetResult();
        }
    }

    private void Take(WatchIncidentsResponse message)
    {
        switch (message.EventCase)
        {
            case WatchIncidentsResponse.EventOneofCase.CaughtUp:
                started.TrySetResult();
                break;
            case WatchIncidentsResponse.EventOneofCase.Entry:
                Note(message.Entry);
                HearOf(message.Entry.EntryIndex + 1);
                break;
            case WatchIncidentsResponse.EventOneofCase.Checkpoint:
                HearOf(message.Checkpoint.TreeSize);
                break;
        }
    }

    private void Note(WatchedEntry entry)
    {
        if (entry.EntryIndex >= warm)
        {
            Latencies.Add(TimeProvider.System.GetUtcNow() - entry.AcceptedTime.ToDateTimeOffset());
        }
    }

    private void HearOf(long heardOf)
    {
        if (heardOf >= warm)
        {
            warmed.TrySetResult();
        }

        if (heardOf >= size)
        {
            ended.TrySetResult();
        }
    }
}
