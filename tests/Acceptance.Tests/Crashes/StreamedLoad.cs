using System.Collections.Concurrent;
using Acceptance.Tests.Instances;
using Acceptance.Tests.Recounting;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Crashes;

/// <summary>
/// Updates of several forces on their way through writers of the SDK, one a force, which nobody tells what becomes of the
/// server. What a force tells is random, in no order, and some of it twice.
/// </summary>
internal sealed class StreamedLoad : IAsyncDisposable
{
    // Small messages and few on the way: a stroke finds some durable, some sent and some not, wherever it falls.
    private const int OnTheWay = 200;
    private const int AMessage = 10;

    private readonly ConcurrentQueue<Acknowledged> acknowledged = new();
    private readonly List<CrimeAuditClient> clients = [];
    private readonly List<IncidentWriter> writers = [];
    private readonly Task[] writing;
    private volatile Milestone? awaited;

    private StreamedLoad(InstanceGroup group, IReadOnlyDictionary<string, IncidentUpdate[]> told, CancellationToken cancel)
    {
        Told = told;
        writing = [.. told.Select(force => WriteAsync(group, force.Key, force.Value, cancel))];
    }

    /// <summary>What each force tells.</summary>
    public IReadOnlyDictionary<string, IncidentUpdate[]> Told { get; }

    /// <summary>How many updates there are, those told twice counted twice.</summary>
    public int Count => Told.Values.Sum(t => t.Length);

    /// <summary>How many updates have no result yet.</summary>
    public int Waiting => Count - acknowledged.Count;

    /// <summary>Begins to write.</summary>
    /// <param name="group">Where to.</param>
    /// <param name="seed">Of what is told.</param>
    /// <param name="incidents">How many incidents of each force, of about ten updates each.</param>
    /// <param name="forces">The forces.</param>
    /// <param name="cancel">Ends it.</param>
    public static StreamedLoad Begin(InstanceGroup group, int seed, int incidents, IReadOnlyList<string> forces, CancellationToken cancel) => new(
        group,
        forces.Select((f, i) => (f, i)).ToDictionary(f => f.f, f => new RandomForce(seed + f.i, f.f, DateTimeOffset.UtcNow).Updates(incidents)),
        cancel);

    /// <summary>Waits until so many updates are acknowledged.</summary>
    public async Task AcknowledgedAsync(int number)
    {
        var milestone = new Milestone(number);
        awaited = milestone;
        milestone.Look(acknowledged.Count);
        await Task.WhenAny([milestone.Reached, .. writing]);
        Assert.All(writing, w => Assert.False(w.IsFaulted, w.Exception?.ToString()));
    }

    /// <summary>Waits until everything is acknowledged.</summary>
    public async Task<IReadOnlyCollection<Acknowledged>> DoneAsync()
    {
        await Task.WhenAll(writing);
        foreach (IncidentWriter writer in writers)
        {
            await writer.DisposeAsync();
        }

        return acknowledged;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IncidentWriter writer in writers)
        {
            writer.Abort();
            await writer.DisposeAsync();
        }

        foreach (CrimeAuditClient client in clients)
        {
            await client.DisposeAsync();
        }
    }

    private async Task WriteAsync(InstanceGroup group, string force, IncidentUpdate[] updates, CancellationToken cancel)
    {
        CrimeAuditClient client = group.NewClient(0, "submitter", force);
        clients.Add(client);
        IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { MaxBatch = AMessage, MaxBackoff = TimeSpan.FromSeconds(1) });
        writers.Add(writer);
        await Parallel.ForEachAsync(
            updates,
            new ParallelOptions { MaxDegreeOfParallelism = OnTheWay, CancellationToken = cancel },
            async (update, _) =>
            {
                acknowledged.Enqueue(new Acknowledged(update, await writer.SubmitAsync(update, cancel)));
                awaited?.Look(acknowledged.Count);
            });
    }

    /// <summary>A number of acknowledged updates that somebody waits for.</summary>
    private sealed class Milestone(int number)
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => reached.Task;

        public void Look(int acknowledged)
        {
            if (acknowledged >= number)
            {
                reached.TrySetResult();
            }
        }
    }
}
