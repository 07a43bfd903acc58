using System.Globalization;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Watching;

public abstract class WatchUnderLoadTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    /// <summary>How many updates to write while the watch is killed again and again; the whole load is 20,000.</summary>
    private const string Variable = "CRIMEAUDIT_TEST_WATCH_UPDATES";

    private const int UsualUpdates = 2_000;
    private const int Kills = 50;

    private static int Updates => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } number
        ? int.Parse(number, CultureInfo.InvariantCulture)
        : UsualUpdates;

    [Fact]
    public async Task A_watch_killed_and_resumed_fifty_times_while_updates_stream_in_tells_each_once_and_in_order()
    {
        await using TService own = await EmptyServiceAsync();
        int updates = Updates;
        Task writing = WriteAsync(own, Enumerable.Range(0, updates).Select(Update));
        var indexes = new List<long>();
        string token = "";
        for (int life = 0; life <= Kills; life++)
        {
            long enough = life == Kills ? updates : (long)updates * (life + 1) / (Kills + 1);
            token = await LiveAsync(own, token, indexes, enough);
        }

        await writing;
        Assert.Equal(Enumerable.Range(0, updates).Select(i => (long)i), indexes);
    }

    /// <summary>One life of the watcher, that ends in the middle of the stream.</summary>
    /// <returns>The last token that it kept.</returns>
    private static async Task<string> LiveAsync(TService own, string token, List<long> indexes, long enough)
    {
        await using CrimeAuditClient client = own.NewClient("reader", "kent");
        await foreach (WatchIncidentsResponse message in client.Incidents.WatchAsync("kent", token, Cancel))
        {
            token = message.ResumeToken;
            if (message.Entry is not null)
            {
                indexes.Add(message.Entry.EntryIndex);
            }

            if (indexes.Count >= enough)
            {
                break;
            }
        }

        return token;
    }

    // Two updates an incident, of two systems.
    private static IncidentUpdate Update(int number) => number % 2 == 0
        ? Told.Report("kent", $"r{number / 2}", Told.Alleged("a1"))
        : Told.Crime("kent", $"r{number / 2}", $"c{number}", Moments.Reported.AddHours(1));
}
