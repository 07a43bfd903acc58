using System.Diagnostics;
using Acceptance.Tests.Audits;
using Acceptance.Tests.Support;
using CrimeAudit.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace Acceptance.Tests.Scenarios;

/// <summary>A server with open streams of every kind stops in time, and says to each of them why.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class StoppingTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_server_with_open_streams_of_every_kind_stops_within_five_seconds_and_tells_each_that_it_stops()
    {
        await using TService told = await EmptyServiceAsync();
        // More than the windows of HTTP/2 hold, so that whoever does not read holds the server's writing up.
        await WriteAsync(told, Enumerable.Range(0, 6_000).Select(i => Told.Report("kent", $"r{i}", Moments.Reported, "violence", Told.Alleged("a1", victim: new string('v', 64)))));
        await new Inspection(told, "audit-1", "kent").CreateAsync(Plans.Of("kent", SeedSource.Witnessed, ("violence", 2)));
        using GrpcChannel channel = GrpcChannel.ForAddress(told.GrpcAddress);
        Dictionary<string, Task<string?>> ends = [];
        foreach ((string name, Func<Task<Task<string?>?>> open) in Streams(told, channel))
        {
            if (await open() is { } end)
            {
                ends.Add(name, end);
            }
        }

        long began = Stopwatch.GetTimestamp();
        await told.StopAcceptingAsync();
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        TestContext.Current.TestOutputHelper?.WriteLine($"stopped after {took.TotalMilliseconds:0} ms");
        Assert.True(took < Longest, $"It took {took}.");
        foreach ((string name, Task<string?> end) in ends)
        {
            Assert.Equal($"{name}: SERVER_STOPPING", $"{name}: {await end.WaitAsync(Longest, Cancel)}");
        }
    }

    private static IEnumerable<(string Name, Func<Task<Task<string?>?>> Open)> Streams(TService told, GrpcChannel channel)
    {
        CallOptions Of(string role, params string[] forces) =>
            new(new Metadata { { "authorization", $"Bearer {told.Token(role, forces)}" } }, cancellationToken: Cancel);
        var incidents = new IncidentService.IncidentServiceClient(channel);
        yield return ("WatchIncidents", () => ReadingAsync(incidents.WatchIncidents(
            new WatchIncidentsRequest { Force = "kent", Start = WatchStart.Now }, Of("reader", "kent")).ResponseStream));
        yield return ("WatchOverdue", () => ReadingAsync(incidents.WatchOverdue(new WatchOverdueRequest { Force = "kent" }, Of("reader", "kent")).ResponseStream));
        yield return ("WatchAccountedForRate", () => ReadingAsync(new RateService.RateServiceClient(channel).WatchAccountedForRate(
            new WatchAccountedForRateRequest { Question = new GetAccountedForRateRequest { Force = "kent" } }, Of("reader", "kent")).ResponseStream));
        yield return ("WatchAudit", () => ReadingAsync(new AuditService.AuditServiceClient(channel).WatchAudit(
            new WatchAuditRequest { AuditId = "audit-1" }, Of("lead")).ResponseStream));
        yield return ("StreamIncidents", () => StreamAsync(incidents, Of("submitter", "kent")));
        yield return ("ReadEntries, of a reader that does not read", () => UnreadAsync(new LedgerService.LedgerServiceClient(channel).ReadEntries(
            new ReadEntriesRequest { WantPayloads = true }, Of("lead")).ResponseStream));
        yield return ("WatchIncidents, of a reader that does not read", () => UnreadAsync(incidents.WatchIncidents(
            new WatchIncidentsRequest { Force = "kent" }, Of("reader", "kent")).ResponseStream));
    }

    /// <summary>Reads all along, from the first message on.</summary>
    private static async Task<Task<string?>?> ReadingAsync<T>(IAsyncStreamReader<T> stream)
    {
        Assert.True(await stream.MoveNext(Cancel));
        return EndAsync(stream);
    }

    /// <summary>
    /// Reads the first message and no further: what holds the server's writing up must not hold its stopping up. Nothing can be told to it.
    /// </summary>
    private static async Task<Task<string?>?> UnreadAsync<T>(IAsyncStreamReader<T> stream)
    {
        Assert.True(await stream.MoveNext(Cancel));
        return null;
    }

    private static async Task<Task<string?>?> StreamAsync(IncidentService.IncidentServiceClient incidents, CallOptions options)
    {
        AsyncDuplexStreamingCall<StreamIncidentsRequest, StreamIncidentsResponse> call = incidents.StreamIncidents(options);
        await call.RequestStream.WriteAsync(new StreamIncidentsRequest { FirstSequence = 1, Updates = { Told.Report("kent", "streamed") } }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        return EndAsync(call.ResponseStream);
    }

    /// <summary>The reason with which a stream ends; null: with none.</summary>
    private static async Task<string?> EndAsync<T>(IAsyncStreamReader<T> stream)
    {
        try
        {
            while (await stream.MoveNext(Cancel))
            {
            }

            return null;
        }
        catch (RpcException ended)
        {
            return ended.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;
        }
    }
}
