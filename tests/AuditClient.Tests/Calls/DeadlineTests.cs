using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace AuditClient.Tests.Calls;

public sealed partial class DeadlineTests
{
    [Fact]
    public void The_table_says_what_the_contract_says()
    {
        string[] protos = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "protos"), "*.proto");
        Dictionary<string, TimeSpan> stated = protos
            .SelectMany(path => Rpc().Matches(File.ReadAllText(path)))
            .Where(match => match.Groups["seconds"].Success)
            .ToDictionary(
                match => match.Groups["rpc"].Value,
                match => TimeSpan.FromSeconds(int.Parse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture)));

        Assert.Equal(44, stated.Count);
        Assert.Equal(stated.OrderBy(pair => pair.Key), RpcDeadlines.Defaults.OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task Every_unary_call_carries_its_deadline_and_the_token()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();

        await CallEverythingAsync(client);

        Assert.Equal(RpcDeadlines.Defaults.Keys.Order(), server.Calls.Calls.Select(call => call.Rpc).Order());
        Assert.All(server.Calls.Calls, call =>
        {
            Assert.Equal("Bearer a-token", call.Authorization);
            Assert.InRange(call.TimeLeft, RpcDeadlines.Defaults[call.Rpc] - TimeSpan.FromSeconds(4), RpcDeadlines.Defaults[call.Rpc]);
        });
    }

    [Fact]
    public async Task A_deadline_can_be_overridden_or_taken_away()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect(options =>
        {
            options.Deadlines["SubmitIncident"] = TimeSpan.FromSeconds(500);
            options.Deadlines["ListIncidents"] = Timeout.InfiniteTimeSpan;
        });

        await client.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon();
        await client.Incidents.ListPageAsync(new ListIncidentsRequest()).Soon();

        RecordedCall[] calls = [.. server.Calls.Calls];
        Assert.InRange(calls[0].TimeLeft, TimeSpan.FromSeconds(490), TimeSpan.FromSeconds(500));
        Assert.Equal(Timeout.InfiniteTimeSpan, calls[1].TimeLeft);
    }

    [Fact]
    public async Task A_call_past_its_deadline_is_unavailable()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Submit = async (_, context) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            return new SubmitIncidentResponse();
        };
        await using CrimeAuditClient client = server.Connect(options => options.Deadlines["SubmitIncident"] = TimeSpan.FromMilliseconds(50));

        ServiceUnavailableException thrown = await Assert.ThrowsAsync<ServiceUnavailableException>(
            () => client.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon());

        Assert.Equal(StatusCode.DeadlineExceeded, thrown.StatusCode);
    }

    [Fact]
    public async Task A_stream_has_no_deadline_and_carries_the_token()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();
        await using IncidentWriter writer = client.Incidents.OpenWriter();

        await writer.SubmitAsync(TestUpdates.Number(1)).Soon();

        Assert.Equal(new RecordedCall("StreamIncidents", Timeout.InfiniteTimeSpan, "Bearer a-token"), Assert.Single(server.Calls.Calls));
    }

    [Fact]
    public async Task The_token_is_asked_for_with_each_call_and_may_be_absent()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        int asked = 0;
        await using CrimeAuditClient renewing = server.Connect(options => options.TokenProvider = _ => ValueTask.FromResult($"t{++asked}"));
        await using CrimeAuditClient without = server.Connect(options => options.TokenProvider = null);

        await renewing.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon();
        await renewing.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon();
        await without.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon();

        Assert.Equal(["Bearer t1", "Bearer t2", null], server.Calls.Calls.Select(call => call.Authorization));
    }

    // Every method of the typed clients that takes a request and answers with a task, so that none is forgotten.
    private static async Task CallEverythingAsync(CrimeAuditClient client)
    {
        (Type Type, object Client)[] parts =
        [
            (typeof(IIncidentClient), client.Incidents), (typeof(IAuditClient), client.Audits),
            (typeof(IRateClient), client.Rates), (typeof(IReferenceClient), client.Reference),
            (typeof(ILedgerClient), client.Ledger),
        ];
        foreach ((Type type, object part) in parts)
        {
            foreach (MethodInfo method in type.GetMethods().Where(IsOneCall))
            {
                object request = Activator.CreateInstance(method.GetParameters()[0].ParameterType)!;
                try
                {
                    await ((Task)method.Invoke(part, [request, CancellationToken.None])!).Soon();
                }
                catch (CrimeAuditException unimplemented) when (unimplemented.StatusCode == StatusCode.Unimplemented)
                {
                    // Most are not scripted; the server has noted the call before it said so.
                }
            }
        }
    }

    /// <summary>A method that is one RPC takes its request and a token; others are made of several.</summary>
    private static bool IsOneCall(MethodInfo method) =>
        method.ReturnType.IsAssignableTo(typeof(Task)) && method.GetParameters() is [{ } request, _]
        && request.ParameterType.IsAssignableTo(typeof(Google.Protobuf.IMessage));

    [GeneratedRegex(@"(?:Deadline: (?<seconds>\d+) s\.(?:(?!rpc |Deadline)[\s\S])*?)rpc (?<rpc>\w+)\(")]
    private static partial Regex Rpc();
}
