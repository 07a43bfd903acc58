using Acceptance.Tests.Instances;
using Acceptance.Tests.Recounting;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Crashes;

/// <summary>The server stopped gracefully and started again, quickly and often, under several writers and watchers.</summary>
/// <typeparam name="TGroup">The instances of an engine.</typeparam>
public abstract class RestartStormTests<TGroup>
    where TGroup : InstanceGroup, new()
{
    /// <summary>How often the server is restarted; the long run has 30.</summary>
    private const string Variable = "CRIMEAUDIT_TEST_RESTARTS";

    private const int UsualRestarts = 4;
    private const int Seed = 40_002;
    private const int IncidentsARestart = 30;

    private static readonly string[] Forces = ["kent", "essex", "dorset"];

    private static int Restarts => RunLength.Of(Variable, UsualRestarts);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Through_a_storm_of_restarts_writers_lose_and_double_nothing_and_watchers_are_told_each_entry_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM to ask a process to stop with.");
        await using var group = new TGroup { Instances = 1 };
        await group.InitializeAsync();
        Assert.SkipWhen(group.Missing is not null, group.Missing ?? "");
        await using StreamedLoad load = StreamedLoad.Begin(group, Seed, IncidentsARestart * Restarts, Forces, Cancel);
        Task<List<long>>[] watching = [.. Forces.Select(f => WatchAsync(group, f, load.Told[f].ToHashSet().Count))];
        var random = new Random(Seed);
        for (int restart = 0; restart < Restarts; restart++)
        {
            await load.AcknowledgedAsync((int)(load.Count * ((restart + random.NextDouble()) / (Restarts + 1))));
            Assert.Equal(0, await group.Server(0).StopAsync());
            Assert.InRange(load.Waiting, 1, load.Count);
            await group.StartAgainAsync(0);
        }

        IReadOnlyCollection<Acknowledged> acknowledged = await load.DoneAsync();
        ToldLog log = await ToldLog.ReadAsync(group, Cancel);
        var after = new AfterLoad(group, load, acknowledged, Cancel);
        await after.AssertEachOnceAsync(log);
        await after.AssertRatesAsync(log);
        foreach ((string force, Task<List<long>> watched) in Forces.Zip(watching))
        {
            Assert.Equal(log.Entries.Where(e => e.Update.Sender.Force == force).Select(e => e.EntryIndex), await watched);
        }
    }

    /// <summary>Watches a force from its first entry on until so many were told, over however many streams that takes.</summary>
    private static async Task<List<long>> WatchAsync(TGroup group, string force, int enough)
    {
        var told = new List<long>();
        await using CrimeAuditClient client = group.NewClient(0, "reader", force);
        await foreach (WatchIncidentsResponse message in client.Incidents.WatchAsync(force, resumeToken: "", Cancel))
        {
            if (message.Entry is not null)
            {
                told.Add(message.Entry.EntryIndex);
            }

            if (told.Count == enough)
            {
                break;
            }
        }

        return told;
    }
}
