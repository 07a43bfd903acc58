using System.Net;
using System.Net.Sockets;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Spooling;

public abstract class SpoolTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const string Force = "kent";

    [Fact]
    public async Task A_sender_that_dies_and_a_service_that_is_away_lose_nothing_and_double_nothing()
    {
        await using TService away = await ServiceAtAFixedAddressAsync();
        string spool = away.FileOf("spool");
        await using CrimeAuditClient client = StandingClient(away);
        IncidentWriter first = Open(client, spool);
        await WriteAsync(first, 0, 150);
        await first.FlushAsync(Cancel);
        await WriteAsync(first, 150, 200);

        IncidentWriter? second = null;
        await away.RestartAsync(async () =>
        {
            await WriteAsync(first, 200, 400);
            await DieAsync(first);
            second = Open(client, spool);
            await WriteAsync(second, 400, 500);
            Assert.InRange(second.GetUnacknowledged().Count, 300, 350);
        });
        await second!.FlushAsync(Cancel);
        await second.DisposeAsync();

        Assert.Equal(References(500), await ToldAsync(away));
    }

    [Fact]
    public async Task Whichever_moment_the_sender_dies_at_the_next_one_sends_the_rest_and_the_log_has_each_update_once_in_order()
    {
        await using TService empty = await EmptyServiceAsync();
        string spool = empty.FileOf("spool");
        const int Deaths = 12;
        for (int life = 0; life < Deaths; life++)
        {
            IncidentWriter writer = Open(empty.Submitter(Force), spool);
            await WriteAsync(writer, life * 25, (life + 1) * 25);
            // Some lives see a part of their results, some none.
            if (life % 3 == 0)
            {
                await writer.FlushAsync(Cancel);
            }

            await DieAsync(writer);
        }

        await using IncidentWriter last = Open(empty.Submitter(Force), spool);
        await last.FlushAsync(Cancel);

        Assert.Equal(References(Deaths * 25), await ToldAsync(empty));
        Assert.Equal(Deaths * 25, last.DurableThrough);
    }

    [Fact]
    public async Task What_the_service_refuses_is_told_after_the_restart_that_came_before_its_answer()
    {
        await using TService away = await ServiceAtAFixedAddressAsync();
        string spool = away.FileOf("spool");
        await using CrimeAuditClient client = StandingClient(away);
        await away.RestartAsync(async () =>
        {
            IncidentWriter first = Open(client, spool);
            await first.WriteAsync(Told.Report(Force, "good"), Cancel);
            await first.WriteAsync(IncidentUpdates.Opened(Force, "", "bad", Moments.Reported), Cancel);
            await DieAsync(first);
        });
        await using IncidentWriter second = Open(client, spool);

        UpdatesRejectedException told = await Assert.ThrowsAsync<UpdatesRejectedException>(() => second.FlushAsync(Cancel));

        Assert.Equal("bad", Assert.Single(told.Rejected).Update.Incident.Ref);
        Assert.Equal(["good"], await ToldAsync(away));
    }

    private static IncidentWriter Open(CrimeAuditClient client, string spool) => client.Incidents.OpenWriter(new IncidentWriterOptions
    {
        MaxBatch = 20,
        MaxInFlight = 40,
        InitialBackoff = TimeSpan.FromMilliseconds(5),
        MaxBackoff = TimeSpan.FromMilliseconds(100),
        Spool = new SpoolOptions { Directory = spool, SegmentSize = 4096, ClosingWait = TimeSpan.Zero },
    });

    private static async Task WriteAsync(IncidentWriter writer, int from, int to)
    {
        foreach (string reference in References(to).Skip(from))
        {
            await writer.WriteAsync(Told.Report(Force, reference), Cancel);
        }
    }

    /// <summary>Ends a writer where it stands: it flushes nothing and takes no more results.</summary>
    private static async Task DieAsync(IncidentWriter writer)
    {
        writer.Abort();
        await writer.DisposeAsync();
    }

    private static IEnumerable<string> References(int count) => Enumerable.Range(0, count).Select(number => $"r{number}");

    /// <summary>References of the updates in the log, in its order.</summary>
    private static async Task<IEnumerable<string>> ToldAsync(TService service)
    {
        List<string> told = [];
        await foreach (WatchIncidentsResponse message in service.Submitter(Force).Incidents.WatchAsync(Force, cancellationToken: Cancel))
        {
            if (message.CaughtUp is not null)
            {
                break;
            }

            if (message.Entry is { } entry)
            {
                told.Add(entry.Update.Incident.Ref);
            }
        }

        return told;
    }

    /// <summary>A client that outlives the server: its address and token stay.</summary>
    private static CrimeAuditClient StandingClient(TService service) =>
        CrimeAuditClient.Connect(service.GrpcAddress.ToString(), service.Token("submitter", Force));

    private static async Task<TService> ServiceAtAFixedAddressAsync()
    {
        var service = new TService
        {
            Settings = new Dictionary<string, string?> { ["CrimeAudit:Hosting:GrpcUrl"] = $"http://127.0.0.1:{FreePort()}" },
        };
        await service.InitializeAsync();
        return service;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
