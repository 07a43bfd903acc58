using System.Net;
using System.Net.Http.Headers;
using Acceptance.Tests.Sqlite;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Failures;

public abstract class FailingReadTests<TService>(TService service) : FaultyServiceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Theory]
    [InlineData(FaultPoint.Open, false)]
    [InlineData(FaultPoint.Read, false)]
    [InlineData(FaultPoint.Read, true)]
    public async Task A_read_that_fails_is_unavailable_and_the_next_one_answers(FaultPoint point, bool afterEffect)
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate update = Told.Report("kent", "r0", Told.Alleged("a1"));
        Receipt receipt = await SubmitOneAsync(faulty, update);
        foreach (Func<Task> read in Reads(faulty, point))
        {
            faulty.Faults!.Mend();
            faulty.Faults.Fail(point, n => n == 0, faulty.Failures.Gone, afterEffect);
            await RefusedAsync(read);
            await read();
        }

        await AssertEachOnceAsync(faulty, (update, receipt));
    }

    [Fact]
    public async Task A_read_that_fails_says_so_over_json_too()
    {
        await using TService faulty = await FaultyServiceAsync();
        faulty.Faults!.Fail(FaultPoint.Read, n => n == 0, faulty.Failures.Gone);
        using HttpClient json = faulty.Json();
        json.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", faulty.Token("reader", "kent"));
        var address = new Uri("/v1/forces/kent/accountedForRate", UriKind.Relative);
        using HttpResponseMessage refused = await json.GetAsync(address, Cancel);
        string body = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("STORAGE_UNAVAILABLE", body, StringComparison.Ordinal);
        Assert.Contains("google.rpc.RetryInfo", body, StringComparison.Ordinal);
        Assert.DoesNotContain("disk", body, StringComparison.Ordinal);

        using HttpResponseMessage answered = await json.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    private static IEnumerable<Func<Task>> Reads(TService service, FaultPoint point) =>
    [
        () => service.Submitter("kent").Incidents.GetAsync("kent", Told.Command, "r0", Cancel),
        () => service.Submitter("kent").Incidents.ListPageAsync(new ListIncidentsRequest { Force = "kent" }, Cancel),
        () => service.Lead().Rates.ListVolumesAsync("kent", new DateOnly(2018, 12, 31), Cancel),
        () => service.Lead().Audits.ListPageAsync(new ListAuditsRequest(), Cancel),
        // On SQLite rates are read on a connection that was opened before, where one waits to be used again.
        .. point == FaultPoint.Open && service is SqliteService ? Array.Empty<Func<Task>>() : [() => service.Reader("kent").Rates.GetAccountedForAsync("kent", cancellationToken: Cancel)],
    ];
}
