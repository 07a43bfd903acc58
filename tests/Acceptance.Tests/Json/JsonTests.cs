using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Acceptance.Tests.Audits;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;

namespace Acceptance.Tests.Json;

public abstract class JsonTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const string Submit = "/v1/incidents:submit";

    [Fact]
    public async Task An_incident_is_submitted_and_read_and_counts_in_the_rate()
    {
        IncidentUpdate update = Told.Report("kent", "log 7/ü", Told.Alleged("a1"));
        Receipt receipt = Parsed<SubmitIncidentResponse>(await OkAsync(HttpMethod.Post, Submit, "submitter", "kent", Body(update))).Receipt;
        Receipt again = Parsed<SubmitIncidentResponse>(await OkAsync(HttpMethod.Post, Submit, "submitter", "kent", Body(update))).Receipt;
        Assert.Equal(
            (receipt.EntryIndex, receipt.AcceptedTime, false, true),
            (again.EntryIndex, again.AcceptedTime, receipt.Replayed, again.Replayed));

        JsonElement read = await OkAsync(HttpMethod.Get, "/v1/forces/kent/systems/storm/incidents/log%207/%C3%BC", "reader", "kent");
        GetIncidentResponse overGrpc = await ReadAsync("kent", "log 7/ü");
        Assert.Equal(overGrpc, Parsed<GetIncidentResponse>(read));

        GetAccountedForRateResponse rate = Parsed<GetAccountedForRateResponse>(
            await OkAsync(HttpMethod.Get, "/v1/forces/kent/accountedForRate?breakdown=BREAKDOWN_OFFENCE_GROUP", "reader", "kent"));
        Assert.Equal(("violence", 1), (Assert.Single(rate.Rows).Key, rate.Total.Counts.Overdue));
    }

    [Fact]
    public async Task An_audit_is_created()
    {
        string body = JsonFormatter.Default.Format(
            new CreateAuditRequest { AuditId = "over-json", Plan = Plans.Of("kent", SeedSource.Witnessed, ("theft", 5)) });
        JsonElement created = await OkAsync(HttpMethod.Post, "/v1/audits", "lead", "", body);
        Assert.Equal("AUDIT_STATE_PLANNED", created.GetProperty("audit").GetProperty("state").GetString());
        Assert.Equal(AuditState.Planned, (await Service.Lead().Audits.GetAsync("over-json", Cancel)).Audit.State);
    }

    [Fact]
    public async Task Forces_are_listed()
    {
        JsonElement forces = (await OkAsync(HttpMethod.Get, "/v1/forces", "reader", "kent")).GetProperty("forces");
        Assert.Equal(43, forces.GetArrayLength());
        Assert.Contains("Thames Valley Police", forces.EnumerateArray().Select(f => f.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Wrong_fields_are_all_named()
    {
        IncidentUpdate update = Told.Report("kent", "", Told.Alleged("a1", Codes.Unlisted));
        update.EventTime = null;
        JsonElement refused = await AnswerAsync(HttpStatusCode.BadRequest, HttpMethod.Post, Submit, "submitter", "kent", Body(update));
        Assert.Equal("INVALID_FIELDS", Reason(refused));
        Assert.Equal(
            ["update.event_time", "update.incident.ref", "update.opened.alleged_crimes[0].offence.code"],
            refused.GetProperty("details")[1].GetProperty("fieldViolations").EnumerateArray()
                .Select(v => v.GetProperty("field").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_force_that_does_not_exist_is_not_found()
    {
        Assert.Equal("UNKNOWN_FORCE", Reason(await AnswerAsync(
            HttpStatusCode.NotFound, HttpMethod.Post, Submit, "submitter", "kent", Body(Told.Report("atlantis", "r1")))));
        Assert.Equal("UNKNOWN_FORCE", Reason(await AnswerAsync(
            HttpStatusCode.NotFound, HttpMethod.Get, "/v1/forces/atlantis/accountedForRate", "reader", "kent")));
    }

    [Fact]
    public async Task Another_force_is_forbidden()
    {
        Assert.Equal("FORCE_NOT_PERMITTED", Reason(await AnswerAsync(
            HttpStatusCode.Forbidden, HttpMethod.Post, Submit, "submitter", "kent", Body(Told.Report("essex", "r1")))));
        Assert.Equal("ROLE_MISSING", Reason(await AnswerAsync(
            HttpStatusCode.Forbidden, HttpMethod.Post, Submit, "reader", "essex", Body(Told.Report("essex", "r1")))));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync("essex", "r1"));
    }

    [Theory]
    [InlineData("GET", "/v1/forces")]
    [InlineData("POST", Submit)]
    public async Task Without_a_token_nobody_is_let_in(string method, string path)
    {
        JsonElement refused = await AnswerAsync(HttpStatusCode.Unauthorized, new HttpMethod(method), path, "", "", method == "POST" ? "{}" : null);
        Assert.Equal("CREDENTIAL_MISSING", Reason(refused));
    }

    [Fact]
    public async Task A_request_id_used_before_is_a_conflict()
    {
        IncidentUpdate update = Told.Report("dorset", "reused");
        await OkAsync(HttpMethod.Post, Submit, "submitter", "dorset", Body(update));
        update.Opened.Area = "elsewhere";
        JsonElement refused = await AnswerAsync(HttpStatusCode.Conflict, HttpMethod.Post, Submit, "submitter", "dorset", Body(update));
        Assert.Equal("REQUEST_ID_REUSED", Reason(refused));
    }

    private static string Body(IncidentUpdate update) => JsonFormatter.Default.Format(new SubmitIncidentRequest { Update = update });

    private static T Parsed<T>(JsonElement json)
        where T : IMessage, new() => JsonParser.Default.Parse<T>(json.GetRawText());

    private static string? Reason(JsonElement refused) => refused.GetProperty("details")[0].GetProperty("reason").GetString();

    private Task<JsonElement> OkAsync(HttpMethod method, string path, string role, string force, string? body = null) =>
        AnswerAsync(HttpStatusCode.OK, method, path, role, force, body);

    private async Task<JsonElement> AnswerAsync(
        HttpStatusCode expected, HttpMethod method, string path, string role, string force, string? body = null)
    {
        using HttpClient http = Service.Json();
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (role.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Service.Token(role, force));
        }

        using HttpResponseMessage response = await http.SendAsync(request, Cancel);
        string text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
