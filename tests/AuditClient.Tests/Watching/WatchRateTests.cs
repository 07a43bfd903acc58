namespace AuditClient.Tests.Watching;

public sealed class WatchRateTests
{
    private static readonly GetAccountedForRateRequest Kent = new() { Force = "kent", Breakdown = Breakdown.Area };

    [Fact]
    public async Task After_an_interruption_the_same_is_asked_again_and_the_answer_of_then_comes()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        List<WatchAccountedForRateRequest> asked = [];
        server.Rates.Watch = async (request, reader, cancel) =>
        {
            asked.Add(request);
            await reader.WriteAsync(new() { Answer = new() { DirectCrimeRecords = asked.Count } }, cancel);
            throw Statuses.Of(ErrorReason.ServerStopping, TimeSpan.FromMilliseconds(1)).ToRpcException();
        };
        await using CrimeAuditClient client = server.Connect();

        List<long> told = await TakeAsync(client.Rates, 3, new() { InitialBackoff = TimeSpan.FromMilliseconds(1) });

        Assert.Equal([1L, 2, 3], told);
        Assert.All(asked, request => Assert.Equal(new WatchAccountedForRateRequest { Question = Kent }, request));
    }

    [Fact]
    public async Task A_refusal_ends_the_watch_at_once()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Rates.Watch = (_, _, _) => throw Statuses.Of(ErrorReason.ForceNotPermitted).ToRpcException();
        await using CrimeAuditClient client = server.Connect();

        PermissionException refused = await Assert.ThrowsAsync<PermissionException>(() => TakeAsync(client.Rates, 1));

        Assert.Equal(ErrorReason.ForceNotPermitted, refused.Reason);
        Assert.Single(server.Calls.Calls);
    }

    private static async Task<List<long>> TakeAsync(IRateClient client, int count, IncidentWatchOptions? options = null)
    {
        List<long> told = [];
        await foreach (WatchAccountedForRateResponse message in client.WatchAccountedForAsync(Kent, options, TestContext.Current.CancellationToken))
        {
            told.Add(message.Answer.DirectCrimeRecords);
            if (told.Count == count)
            {
                break;
            }
        }

        return told;
    }
}
