using System.Net;
using System.Text;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Rpc;
using Status = Google.Rpc.Status;

namespace AuditServer.Tests.Hosting;

public sealed class JsonRequestTests(ServerUnderTest server) : IClassFixture<ServerUnderTest>
{
    private const string Submit = "/v1/incidents:submit";

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"update":{"nobody":1}}""")]
    [InlineData("""{"update":{"sender":{"force":5}}}""")]
    [InlineData("""{"update":{"sourceSequence":"many"}}""")]
    [InlineData("""{"update":{"opened":{"channel":"CHANNEL_PIGEON"}}}""")]
    [InlineData("""{"update":{"eventTime":{"time":"yesterday"}}}""")]
    [InlineData("""{"update":{"opened":{},"closed":{}}}""")]
    [InlineData("""{} {}""")]
    public async Task A_body_that_is_not_the_message_is_refused_as_invalid_fields(string body) =>
        await AssertInvalidAsync("body", HttpMethod.Post, Submit, body);

    [Fact]
    public async Task A_body_of_broken_characters_is_refused_as_invalid_fields()
    {
        using HttpRequestMessage request = server.JsonRequest(HttpMethod.Post, Submit, "", "submitter");
        request.Content = new ByteArrayContent([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)'}']);
        request.Content.Headers.ContentType = new("application/json");
        await AssertInvalidAsync("body", request);
    }

    [Theory]
    [InlineData("text/plain", "utf-8")]
    [InlineData("application/json", "utf-16")]
    public async Task A_body_of_another_type_is_refused_as_invalid_fields(string type, string charset)
    {
        using HttpRequestMessage request = server.JsonRequest(HttpMethod.Post, Submit, "", "submitter");
        request.Content = new StringContent("{}", Encoding.GetEncoding(charset), type);
        await AssertInvalidAsync("body", request);
    }

    [Theory]
    [InlineData("/v1/forces?colour=red", "colour")]
    [InlineData("/v1/audits?pageSize=many", "pageSize")]
    [InlineData("/v1/audits?page_size=1&page_size=2", "page_size")]
    [InlineData("/v1/audits/a/recordingRate?weighting=WEIGHTING_GUESSED", "weighting")]
    [InlineData("/v1/audits/a/recordingRate?confidence_level=high", "confidence_level")]
    [InlineData("/v1/audits/a/recordingRate?domain=violence", "domain")]
    [InlineData("/v1/audits/a/recordingRate?domain.colour=red", "domain.colour")]
    public async Task A_query_that_is_not_of_the_request_is_refused_with_the_parameter(string path, string field) =>
        await AssertInvalidAsync(field, HttpMethod.Get, path, null);

    [Theory]
    [InlineData("/v1/ledger/entries/first/inclusionProof")]
    [InlineData("/v1/ledger/entries/99999999999999999999/inclusionProof")]
    [InlineData("/v1/overdue?dueWithin=315576000000s")]
    public async Task A_value_that_transcoding_alone_cannot_read_is_refused_as_invalid_fields(string path) =>
        await AssertInvalidAsync("request", HttpMethod.Get, path, null);

    [Fact]
    public async Task A_duration_that_transcoding_alone_cannot_read_is_refused_as_invalid_fields()
    {
        using HttpRequestMessage request = server.JsonRequest(
            HttpMethod.Post, "/v1/audits", """{"plan": {"reviewPolicy": {"responseWindow": "315576000000s"}}}""", "lead");
        await AssertInvalidAsync("request", request);
    }

    [Fact]
    public async Task A_query_beside_a_body_is_refused_with_the_parameter() =>
        await AssertInvalidAsync("replay", HttpMethod.Post, Submit + "?replay=1", "{}");

    [Fact]
    public async Task A_right_query_reaches_the_call()
    {
        using HttpRequestMessage request = server.JsonRequest(
            HttpMethod.Get, "/v1/audits/a/recordingRate?weighting=WEIGHTING_RECORDED_VOLUMES&confidenceLevel=0.9&domain.strata=a&domain.strata=b");
        using HttpResponseMessage response = await server.Json.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task A_right_body_reaches_the_call()
    {
        var update = new IncidentUpdate { SourceSequence = long.MaxValue, Closed = new Closed { ClosingCode = "é" } };
        string body = JsonFormatter.Default.Format(new SubmitIncidentRequest { Update = update });
        Assert.Contains($"\"{long.MaxValue}\"", body, StringComparison.Ordinal);
        using HttpRequestMessage request = server.JsonRequest(HttpMethod.Post, Submit, body, "submitter");
        using HttpResponseMessage response = await server.Json.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused_with_the_setting(bool chunked)
    {
        using HttpRequestMessage request = server.JsonRequest(HttpMethod.Post, Submit, new string(' ', 4 * 1024 * 1024) + "{}", "submitter");
        request.Headers.TransferEncodingChunked = chunked;
        using HttpResponseMessage response = await server.Json.SendAsync(request, TestContext.Current.CancellationToken);
        Status status = await Wire.StatusOfAsync(response);
        Assert.Equal("OVER_LIMIT", status.GetDetail<ErrorInfo>().Reason);
        Assert.Contains("CrimeAudit:Hosting:MaxMessageBytes", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_credential_nothing_else_is_said()
    {
        using var content = new StringContent("{", Encoding.UTF8, "application/json");
        using HttpResponseMessage response =
            await server.Json.PostAsync(new Uri(Submit, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("CREDENTIAL_MISSING", (await Wire.StatusOfAsync(response)).GetDetail<ErrorInfo>().Reason);
    }

    private async Task AssertInvalidAsync(string field, HttpMethod method, string path, string? body)
    {
        using HttpRequestMessage request = server.JsonRequest(method, path, body, body is null ? "admin" : "submitter");
        await AssertInvalidAsync(field, request);
    }

    private async Task AssertInvalidAsync(string field, HttpRequestMessage request)
    {
        using HttpResponseMessage response = await server.Json.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Status status = await Wire.StatusOfAsync(response);
        Assert.Equal((int)Code.InvalidArgument, status.Code);
        Assert.Equal("INVALID_FIELDS", status.Details[0].Unpack<ErrorInfo>().Reason);
        Assert.Equal(field, Assert.Single(status.GetDetail<BadRequest>().FieldViolations).Field);
    }
}
