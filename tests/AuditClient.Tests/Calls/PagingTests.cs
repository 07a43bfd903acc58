namespace AuditClient.Tests.Calls;

public sealed class PagingTests
{
    [Fact]
    public async Task A_walk_over_incidents_follows_the_tokens_and_keeps_the_filter()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        List<string> asked = [];
        server.Incidents.List = request =>
        {
            asked.Add($"{request.Force}/{request.PageSize}/{request.PageToken}");
            return request.PageToken switch
            {
                "" => new ListIncidentsResponse { Incidents = { Summary("1"), Summary("2") }, NextPageToken = "b" },
                "b" => new ListIncidentsResponse { NextPageToken = "c" },
                _ => new ListIncidentsResponse { Incidents = { Summary("3") } },
            };
        };
        await using CrimeAuditClient client = server.Connect();
        ListIncidentsRequest request = new() { Force = "kent", PageSize = 2 };

        List<string> walked = [];
        await foreach (IncidentSummary incident in client.Incidents.ListAsync(request))
        {
            walked.Add(incident.UnitId);
        }

        Assert.Equal(["1", "2", "3"], walked);
        Assert.Equal(["kent/2/", "kent/2/b", "kent/2/c"], asked);
        Assert.Equal("", request.PageToken);
    }

    [Fact]
    public async Task A_walk_reads_no_page_that_nobody_asks_for()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.List = _ => new ListIncidentsResponse { Incidents = { Summary("1") }, NextPageToken = "more" };
        await using CrimeAuditClient client = server.Connect();

        await foreach (IncidentSummary _ in client.Incidents.ListAsync("kent"))
        {
            break;
        }

        Assert.Single(server.Calls.Calls);
    }

    [Fact]
    public async Task Sample_items_and_audits_are_walked_too()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Audits.ListItems = request => new ListSampleItemsResponse
        {
            Items = { new SampleItem { UnitId = request.AuditId + request.PageToken } },
            NextPageToken = request.PageToken.Length < 2 ? request.PageToken + "+" : "",
        };
        server.Audits.List = request => new ListAuditsResponse
        {
            Audits = { new Audit { AuditId = "a" + request.PageToken } },
            NextPageToken = request.PageToken.Length < 1 ? "+" : "",
        };
        await using CrimeAuditClient client = server.Connect();

        List<string> walked = [];
        await foreach (SampleItem item in client.Audits.ListSampleItemsAsync("s"))
        {
            walked.Add(item.UnitId);
        }

        await foreach (Audit audit in client.Audits.ListAsync())
        {
            walked.Add(audit.AuditId);
        }

        Assert.Equal(["s", "s+", "s++", "a", "a+"], walked);
    }

    [Fact]
    public async Task A_walk_that_is_cancelled_ends_with_a_cancellation()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.List = _ => new ListIncidentsResponse { Incidents = { Summary("1") }, NextPageToken = "more" };
        await using CrimeAuditClient client = server.Connect();
        using CancellationTokenSource cancel = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (IncidentSummary _ in client.Incidents.ListAsync("kent").WithCancellation(cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });
    }

    private static IncidentSummary Summary(string unitId) => new() { UnitId = unitId };
}
