using System.Diagnostics;
using Acceptance.Tests.Instances;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Hostile;

/// <summary>
/// A force that works as always while others attack: it submits, reads back, asks for its rate and watches. Whatever fails,
/// or is not answered, fails the test.
/// </summary>
internal sealed class Bystander : IAsyncDisposable
{
    private const string Force = "dorset";

    private readonly string name;
    private readonly CrimeAuditClient client;
    private readonly AcceptedEntries accepted;
    private readonly CancellationToken cancel;
    private readonly CancellationTokenSource enough;
    private readonly List<long> told = [];
    private readonly List<long> watched = [];
    private readonly Task working;

    private Bystander(InstanceGroup group, string name, AcceptedEntries accepted, CancellationToken cancel)
    {
        (this.name, this.accepted, this.cancel) = (name, accepted, cancel);
        client = group.NewClient(0, "submitter reader", Force);
        enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        working = Task.Run(WorkAsync, cancel);
    }

    /// <summary>The longest that one submission took, or one answer.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>How many updates it submitted.</summary>
    public int Submitted => told.Count;

    /// <summary>Begins its work.</summary>
    /// <param name="group">Where.</param>
    /// <param name="name">Part of the names of its incidents, so that two of one log do not mix.</param>
    /// <param name="accepted">Where it notes its receipts.</param>
    /// <param name="cancel">Ends it.</param>
    public static Bystander Begin(InstanceGroup group, string name, AcceptedEntries accepted, CancellationToken cancel) =>
        new(group, name, accepted, cancel);

    /// <summary>Ends its work once there was some, and requires that all of it is there, and that its watch told each once.</summary>
    public async Task DoneAsync()
    {
        await enough.CancelAsync();
        await working;
        Assert.InRange(told.Count, 1, int.MaxValue);
        await foreach (WatchIncidentsResponse message in client.Incidents.WatchAsync(Force, resumeToken: "", cancel))
        {
            if (message.Entry?.Update.Incident.Ref.StartsWith(name, StringComparison.Ordinal) == true)
            {
                watched.Add(message.Entry.EntryIndex);
            }

            if (message.CaughtUp is not null)
            {
                break;
            }
        }

        Assert.Equal(told, watched);
        TestContext.Current.TestOutputHelper?.WriteLine($"meanwhile {told.Count} updates of another client, its slowest call {Slowest.TotalMilliseconds:0} ms");
    }

    public async ValueTask DisposeAsync()
    {
        await enough.CancelAsync();
        await working.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await client.DisposeAsync();
        enough.Dispose();
    }

    private async Task WorkAsync()
    {
        do
        {
            string reference = $"{name}-{told.Count}";
            Receipt receipt = (await TimedAsync(client.Incidents.SubmitAsync(Told.Report(Force, reference, Told.Alleged("a1")), cancel))).Receipt;
            accepted.Add(receipt);
            told.Add(receipt.EntryIndex);
            GetIncidentResponse read = await TimedAsync(client.Incidents.GetAsync(Force, Told.Command, reference, cancel));
            Assert.Equal(receipt.EntryIndex, Assert.Single(read.History).EntryIndex);
            GetAccountedForRateResponse rate = await TimedAsync(client.Rates.GetAccountedForAsync(Force, cancellationToken: cancel));
            Assert.InRange(rate.Total.Counts.Alleged, told.Count, long.MaxValue);
        }
        while (!enough.IsCancellationRequested);
    }

    private async Task<T> TimedAsync<T>(Task<T> call)
    {
        var since = Stopwatch.StartNew();
        T answer = await call;
        Slowest = since.Elapsed > Slowest ? since.Elapsed : Slowest;
        return answer;
    }
}
