using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace Acceptance.Tests.Incidents;

public abstract class ListTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task What_is_there_throughout_a_walk_appears_exactly_once_while_more_is_added()
    {
        string[] throughout = [.. Enumerable.Range(0, 50).Select(i => $"r{i:00}")];
        await WriteAsync(Service, throughout.Select(r => Told.Report("kent", r)));
        await SubmitAsync(Told.Report("surrey", "not-of-kent"));

        var walked = new List<IncidentSummary>();
        string token = "";
        int pages = 0;
        do
        {
            ListIncidentsResponse page = await Service.Submitter("kent").Incidents.ListPageAsync(
                new ListIncidentsRequest { Force = "kent", PageSize = 7, PageToken = token }, Cancel);
            walked.AddRange(page.Incidents);
            token = page.NextPageToken;
            // Further incidents, and a change to one that was listed and to one that was not yet.
            if (pages++ < 12)
            {
                await SubmitAsync(
                    Told.Report("kent", $"added-{pages}", Moments.Reported.AddYears(-pages), ""),
                    Told.Closed("kent", walked[0].Key.Ref, Moments.Reported.AddHours(pages)),
                    Told.Closed("kent", throughout[^1], Moments.Reported.AddHours(pages)));
            }

            Assert.True(token.Length == 0 || page.Incidents.Count == 7);
            Assert.True(pages < 30, "The walk does not end.");
        }
        while (token.Length > 0);

        string[] refs = [.. walked.Select(i => i.Key.Ref)];
        Assert.Equal(throughout, refs.Where(throughout.Contains));
        Assert.Equal(refs.Length, refs.Distinct().Count());
        Assert.DoesNotContain("not-of-kent", refs);
        Assert.Equal(walked.Select(i => i.FirstEntryIndex).Order(), walked.Select(i => i.FirstEntryIndex));
    }

    [Fact]
    public async Task A_page_token_of_another_filter_is_refused()
    {
        await WriteAsync(Service, Enumerable.Range(0, 5).Select(i => Told.Report("essex", $"r{i}")));
        IIncidentClient essex = Service.Submitter("essex").Incidents;
        string token = (await essex.ListPageAsync(new ListIncidentsRequest { Force = "essex", PageSize = 2 }, Cancel)).NextPageToken;
        Assert.NotEqual("", token);
        Assert.Equal(
            ["r2", "r3", "r4"],
            (await essex.ListPageAsync(new ListIncidentsRequest { Force = "essex", PageSize = 9, PageToken = token }, Cancel))
                .Incidents.Select(i => i.Key.Ref));

        ListIncidentsRequest[] others =
        [
            new() { Force = "essex", Status = IncidentStatus.Open, PageToken = token },
            new() { Force = "essex", ReportedFrom = Moments.Reported.ToTimestamp(), PageToken = token },
            new() { Force = "essex", ReportedTo = Moments.Reported.ToTimestamp(), PageToken = token },
            new() { Force = "essex", PageToken = token[..^1] },
            new() { Force = "essex", PageToken = "not a token" },
        ];
        foreach (ListIncidentsRequest other in others)
        {
            InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => essex.ListPageAsync(other, Cancel));
            Assert.Equal(ErrorReason.InvalidPageToken, refused.Reason);
        }
    }

    [Fact]
    public async Task A_list_is_of_one_status_and_one_span_of_time()
    {
        DateTimeOffset day = Moments.Utc("2018-06-01T00:00:00Z");
        await SubmitAsync([.. Enumerable.Range(0, 6).Select(i => Told.Report("dorset", $"day-{i}", day.AddDays(i), ""))]);
        await SubmitAsync(Told.Closed("dorset", "day-3", day.AddDays(10)), Told.DirectCrime("dorset", "direct", day.AddDays(3)));

        Assert.Equal(["day-2", "day-3", "direct"], await RefsAsync(new ListIncidentsRequest
        {
            Force = "dorset",
            ReportedFrom = day.AddDays(2).ToTimestamp(),
            ReportedTo = day.AddDays(4).ToTimestamp(),
        }));
        Assert.Equal(["day-3"], await RefsAsync(new ListIncidentsRequest { Force = "dorset", Status = IncidentStatus.Closed }));
        Assert.Equal(["direct"], await RefsAsync(new ListIncidentsRequest { Force = "dorset", Status = IncidentStatus.DirectCrime }));
    }

    private async Task<IEnumerable<string>> RefsAsync(ListIncidentsRequest request) =>
        (await AllAsync(Service.Submitter("dorset").Incidents.ListAsync(request, Cancel))).Select(i => i.Key.Ref);
}
