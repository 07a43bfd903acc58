using System.Threading.Channels;
using CrimeAudit.V1;

namespace Bench.Baselines.Echo;

/// <summary>Makes what waits durable in one transaction, whoever sent it, up to the server's batch size: group commit and nothing else.</summary>
internal sealed class DurableRows : IAsyncDisposable
{
    private const int Batch = 1_000;

    private readonly Channel<Waiting> queue =
        System.Threading.Channels.Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task writing;

    /// <param name="file">The file to make.</param>
    public DurableRows(string file) => writing = Task.Run(() => WriteAsync(file));

    /// <summary>Durable when it is done.</summary>
    /// <returns>Index of the first.</returns>
    public Task<long> AppendAsync(IReadOnlyList<IncidentUpdate> updates)
    {
        var waiting = new Waiting(updates, new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
        return queue.Writer.TryWrite(waiting) ? waiting.Done.Task : throw new InvalidOperationException("The server is stopping.");
    }

    /// <summary>Writes what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync(string file)
    {
        using var rows = new LogRows(file);
        var batch = new List<Waiting>();
        while (await queue.Reader.WaitToReadAsync())
        {
            Gather(batch);
            long index = rows.Append(batch.SelectMany(w => w.Updates));
            foreach (Waiting waiting in batch)
            {
                waiting.Done.SetResult(index);
                index += waiting.Updates.Count;
            }

            batch.Clear();
        }
    }

    private void Gather(List<Waiting> batch)
    {
        for (int updates = 0; updates < Batch && queue.Reader.TryRead(out Waiting? waiting); updates += waiting.Updates.Count)
        {
            batch.Add(waiting);
        }
    }

    private sealed record Waiting(IReadOnlyList<IncidentUpdate> Updates, TaskCompletionSource<long> Done);
}
