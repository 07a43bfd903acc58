using System.Diagnostics;
using AuditClient.Tests.Spooling;
using Google.Rpc;
using Tests.Shared;

namespace AuditClient.Tests.Telemetry;

// Instruments are the process's: what other tests do at the same time is heard too, so each looks for what only it does.
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_unary_call_is_an_activity_and_a_duration_with_its_status()
    {
        using Heard heard = new();
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        await client.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon();
        server.Incidents.Submit = (_, _) => throw Statuses.Of(ErrorReason.RequestIdReused).ToRpcException();

        await Assert.ThrowsAsync<RequestIdReusedException>(() => client.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon());

        Activity[] calls = [.. heard.Activities.Where(activity => activity.OperationName == "SubmitIncident")];
        Assert.All(calls, call => Assert.Equal(ActivityKind.Client, call.Kind));
        Assert.Equal([0, 6], calls.Select(call => call.GetTagItem("rpc.grpc.status_code")));
        Assert.Equal((ActivityStatusCode.Error, "RequestIdReused"), (calls[1].Status, calls[1].GetTagItem("crimeaudit.reason")));
        Assert.Equal(
            ["SubmitIncident 0", "SubmitIncident 6"],
            heard.Of("crimeaudit.client.call.duration").Select(m => $"{m.Tags["rpc.method"]} {m.Tags["rpc.grpc.status_code"]}"));
    }

    [Fact]
    public void The_buckets_of_a_duration_in_seconds_tell_calls_of_milliseconds_apart()
    {
        Assert.Equal("s", Instruments.CallDuration.Unit);
        IReadOnlyList<double> bounds = Instruments.CallDuration.Advice!.HistogramBucketBoundaries!;
        Assert.Equal((0.001, 10), (bounds[0], bounds[^1]));
        Assert.Equal(bounds.Distinct().Order(), bounds);
    }

    [Fact]
    public async Task A_writer_counts_results_by_outcome_and_the_ends_of_its_streams()
    {
        using Heard heard = new();
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = conversation => conversation.Number == 1
            ? throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "away"))
            : conversation.AnswerAllAsync(sequence => sequence switch
            {
                1 => new StreamItemResult { Sequence = sequence, Error = Statuses.Of(ErrorReason.RequestIdReused) },
                2 => new StreamItemResult { Sequence = sequence, Receipt = new Receipt { Replayed = true } },
                _ => StreamConversation.Accepted(sequence),
            });
        await using CrimeAuditClient client = server.Connect();
        await using (IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions
        {
            OnRejected = _ => { },
            InitialBackoff = TimeSpan.FromMilliseconds(1),
        }))
        {
            await writer.WriteAsync(1, 5).Soon();
        }

        Assert.Equal(
            new Dictionary<string, double> { ["refused"] = 1, ["replayed"] = 1, ["accepted"] = 3 },
            heard.Sums("crimeaudit.client.writer.updates", "crimeaudit.outcome"));
        Assert.Equal([14, 0], heard.Of("crimeaudit.client.stream.ends").Select(m => m.Tags["rpc.grpc.status_code"]));
        Assert.Equal(2, heard.Activities.Count(activity => activity.OperationName == "StreamIncidents"));
    }

    [Fact]
    public async Task An_interrupted_watch_is_counted()
    {
        using Heard heard = new();
        await using FakeServer server = await FakeServer.StartAsync();
        int watches = 0;
        server.Incidents.Watch = (_, answers, cancel) => ++watches == 1
            ? throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "away"))
            : answers.WriteAsync(new WatchIncidentsResponse { CaughtUp = new WatchCaughtUp() }, cancel);
        await using CrimeAuditClient client = server.Connect();

        await foreach (WatchIncidentsResponse _ in client.Incidents.WatchAsync(
            new WatchIncidentsRequest(), new IncidentWatchOptions { InitialBackoff = TimeSpan.FromMilliseconds(1) }))
        {
            break;
        }

        Assert.Equal("WatchIncidents", Assert.Single(heard.Of("crimeaudit.client.stream.ends")).Tags["rpc.method"]);
    }

    [Fact]
    public async Task A_spool_counts_what_it_holds_while_it_is_open()
    {
        using Heard heard = new();
        using SpoolFolder folder = new();
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient away = SpoolTesting.Away();
        await using IncidentWriter waiting = away.Open(folder.Options());
        await waiting.WriteAsync(1, 3).Soon();
        long size = folder.Segments.Sum(segment => new FileInfo(segment).Length);

        Assert.Equal((3, size), (heard.Sum("crimeaudit.client.spool.updates"), heard.Sum("crimeaudit.client.spool.size")));
        waiting.Abort();
        await waiting.DisposeAsync();
        Assert.Equal((0, 0), (heard.Sum("crimeaudit.client.spool.updates"), heard.Sum("crimeaudit.client.spool.size")));

        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter sending = client.Open(folder.Options());
        await sending.FlushAsync().Soon();
        Assert.Equal(0, heard.Sum("crimeaudit.client.spool.updates"));
    }

    [Fact]
    public async Task Nothing_that_a_force_sent_is_in_what_is_told()
    {
        using Heard heard = new();
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Submit = (_, _) => throw new RpcException(new Grpc.Core.Status(StatusCode.InvalidArgument, "URN-77 is not as it must be"));
        await using CrimeAuditClient client = server.Connect();

        await Assert.ThrowsAnyAsync<CrimeAuditException>(() => client.Incidents.SubmitAsync(TestUpdates.Number(77)).Soon());

        IEnumerable<string?> told = heard.Activities
            .SelectMany(activity => activity.TagObjects.Select(tag => tag.Value?.ToString()).Append(activity.StatusDescription).Append(activity.DisplayName))
            .Concat(heard.Measurements.SelectMany(m => m.Tags.Values.Select(value => value?.ToString())));
        Assert.DoesNotContain(told, text => text?.Contains("77", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_readme_of_the_package_lists_every_instrument()
    {
        using Heard heard = new();
        await using CrimeAuditClient client = SpoolTesting.Away();

        Assert.NotEmpty(heard.Instruments);
        string readme = Repository.Read("src/AuditClient/README.md");
        Assert.All(heard.Instruments, name => Assert.Contains($"| `{name}` |", readme, StringComparison.Ordinal));
    }
}
