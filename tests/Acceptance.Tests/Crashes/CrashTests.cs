using Acceptance.Tests.Instances;
using Acceptance.Tests.Recounting;
using Acceptance.Tests.Support;

namespace Acceptance.Tests.Crashes;

/// <summary>The server killed by SIGKILL at moments chosen by a seed while writers of the SDK stream, and started again.</summary>
/// <typeparam name="TGroup">The instances of an engine.</typeparam>
public abstract class CrashTests<TGroup>
    where TGroup : InstanceGroup, new()
{
    /// <summary>How often the server is killed; the long run has 30.</summary>
    private const string Variable = "CRIMEAUDIT_TEST_CRASHES";

    private const int UsualCrashes = 5;
    private const int Seed = 40_003;

    // About ten updates each, of either force.
    private const int IncidentsACrash = 30;

    // A turn of the sequencer takes about as long.
    private const int LongestPauseMicroseconds = 20_000;

    private static readonly string[] Forces = ["kent", "essex"];

    private static int Crashes => RunLength.Of(Variable, UsualCrashes);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_updates_streamed_to_a_server_that_is_killed_again_and_again_each_is_there_once_and_the_writers_finish_by_themselves()
    {
        await using var group = new TGroup { Instances = 1 };
        await group.InitializeAsync();
        Assert.SkipWhen(group.Missing is not null, group.Missing ?? "");
        await using StreamedLoad load = StreamedLoad.Begin(group, Seed, IncidentsACrash * Crashes, Forces, Cancel);
        var random = new Random(Seed);
        int inVain = 0;
        for (int crash = 0; crash < Crashes; crash++)
        {
            await StrikeAsync(group, load, random, crash);
            // Now and then it dies again as it starts: what is done then has to stand being cut off too.
            if (crash % 3 == 1)
            {
                inVain++;
                await group.StartInVainAsync(0, TimeSpan.FromMilliseconds(random.Next(100, 1_500)));
            }

            await group.StartAgainAsync(0);
        }

        IReadOnlyCollection<Acknowledged> acknowledged = await load.DoneAsync();
        int replayed = acknowledged.Count(a => a.Receipt.Replayed);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Crashes} crashes and {inVain} starts in vain, {acknowledged.Count} updates acknowledged, {replayed} of them as replays");
        ToldLog log = await ToldLog.ReadAsync(group, Cancel);
        var after = new AfterLoad(group, load, acknowledged, Cancel);
        await after.AssertEachOnceAsync(log);
        await after.AssertReceiptsAsync();
        await after.AssertRatesAsync(log);
    }

    /// <summary>Kills the server in the middle of its part of the load: a random time after a random acknowledgement.</summary>
    private static async Task StrikeAsync(TGroup group, StreamedLoad load, Random random, int crash)
    {
        double place = (crash + random.NextDouble()) / (Crashes + 1);
        await load.AcknowledgedAsync((int)(load.Count * place));
        await Task.Delay(TimeSpan.FromMicroseconds(random.Next(LongestPauseMicroseconds)), Cancel);
        await group.KillAsync(0);
        Assert.InRange(load.Waiting, 1, load.Count);
    }
}
