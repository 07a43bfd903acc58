using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AuditServer.Hosting;
using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace AuditServer.Tests.Security;

public sealed class DevelopmentTokenTests : IDisposable
{
    private const string KeyFileSetting = "CrimeAudit:Security:DevelopmentKeyFile";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-tests-");

    private string KeyFile => Path.Combine(folder.FullName, "data", "development-key");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_token_asked_for_over_http_opens_what_it_says()
    {
        await using ServerUnderTest server = await StartAsync(new("Development"));
        Caller? seen = null;
        server.Behaviour.Unary = call =>
        {
            seen = call.Caller();
            return Task.CompletedTask;
        };
        using HttpResponseMessage answer = await AskAsync(
            server, """{"subject":"ann","roles":["lead","auditor"],"forces":["kent"],"lifetime":"01:00:00"}""");
        JsonElement json = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        string token = json.GetProperty("token").GetString()!;

        Assert.Equal(Grpc.Core.StatusCode.OK, await CallAsync(server, token));
        Assert.Equal("ann", seen!.Subject);
        Assert.True(seen.Is(Role.Lead) && seen.Is(Role.Auditor) && seen.SpeaksFor("kent"));

        server.Clock.Advance(TimeSpan.FromHours(1.5));
        Assert.Equal(Grpc.Core.StatusCode.Unauthenticated, await CallAsync(server, token));
    }

    [Theory]
    [InlineData("""{"subject":"","roles":["lead"]}""", "subject")]
    [InlineData("""{"subject":"ann","roles":["king"]}""", "roles")]
    [InlineData("""{"subject":"ann","roles":[],"lifetime":"500.00:00:00"}""", "lifetime")]
    [InlineData("""{"subject":"ann","roles":"lead"}""", "$.roles")]
    [InlineData("nonsense", "$")]
    [InlineData("null", "body")]
    public async Task A_wrong_wish_is_refused_with_the_field(string body, string field)
    {
        await using ServerUnderTest server = await StartAsync(new("Development"));
        using HttpResponseMessage answer = await AskAsync(server, body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, Assert.Single((await Wire.StatusOfAsync(answer)).GetDetail<BadRequest>().FieldViolations).Field);
    }

    [Fact]
    public async Task Tokens_survive_a_restart_with_the_same_key_file()
    {
        string token;
        await using (ServerUnderTest before = await StartAsync(new("Development", (KeyFileSetting, KeyFile))))
        {
            token = before.Token(Role.Reader);
        }

        await using ServerUnderTest after = await StartAsync(new("Development", (KeyFileSetting, KeyFile)));
        Assert.Equal(Grpc.Core.StatusCode.OK, await CallAsync(after, token));
        string fromFile = DevelopmentTokens.FromKeyFile(KeyFile, after.Clock).Issue(new("cli", [Role.Lead]));
        Assert.Equal(Grpc.Core.StatusCode.OK, await CallAsync(after, fromFile));
    }

    [Fact]
    public async Task Without_a_file_the_key_ends_with_the_process()
    {
        await using ServerUnderTest one = await StartAsync(new("Development"));
        await using ServerUnderTest other = await StartAsync(new("Development"));
        Assert.Equal(Grpc.Core.StatusCode.Unauthenticated, await CallAsync(other, one.Token(Role.Reader)));
    }

    [Fact]
    public async Task The_key_is_kept_beside_the_database_for_its_owner_alone()
    {
        string database = Path.Combine(folder.FullName, "audit.db");
        await using ServerUnderTest server = await StartAsync(new("Development", ("CrimeAudit:Storage:Path", database)));
        string file = database + ".development-key";
        Assert.True(File.Exists(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void A_key_file_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        DevelopmentTokens.FromKeyFile(KeyFile, TimeProvider.System);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        var refusal = Assert.Throws<StartRefusedException>(() => DevelopmentTokens.FromKeyFile(KeyFile, TimeProvider.System));
        Assert.Contains(KeyFileSetting, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_that_start_at_once_have_one_key_and_leave_nothing_else_behind()
    {
        byte[][] keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
            () => DevelopmentTokens.FromKeyFile(KeyFile, TimeProvider.System).Key.Key, TestContext.Current.CancellationToken)));
        Assert.Single(keys.Select(Convert.ToHexString).Distinct());
        Assert.Equal([KeyFile], Directory.GetFiles(Path.GetDirectoryName(KeyFile)!));
    }

    [Fact]
    public void A_key_file_without_a_key_is_refused()
    {
        DevelopmentTokens.FromKeyFile(KeyFile, TimeProvider.System);
        File.WriteAllText(KeyFile, "c2hvcnQ=");
        Assert.Throws<StartRefusedException>(() => DevelopmentTokens.FromKeyFile(KeyFile, TimeProvider.System));
    }

    [Theory]
    [InlineData("CrimeAudit:Hosting:GrpcUrl")]
    [InlineData("CrimeAudit:Hosting:JsonUrl")]
    public async Task Where_other_machines_can_call_no_token_is_issued_or_believed_and_the_log_says_why(string setting)
    {
        string token = DevelopmentTokens.FromKeyFile(KeyFile, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(
            new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero))).Issue(new("ann", [Role.Admin]));
        await using ServerUnderTest server = await StartAsync(new("Development", (setting, "http://*:0"), (KeyFileSetting, KeyFile)));

        using HttpResponseMessage answer = await AskAsync(server, """{"subject":"ann","roles":["lead"]}""");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(Grpc.Core.StatusCode.Unauthenticated, await CallAsync(server, token));
        RecordedLog.LogEntry warning = Assert.Single(server.Log.OfCategory(typeof(DevelopmentIssuer)), entry => entry.Level == LogLevel.Warning);
        Assert.Contains("http://*:0", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_no_token_is_issued()
    {
        await using ServerUnderTest server = await StartAsync(new("Production", [.. new Issuer().Settings, (KeyFileSetting, KeyFile)]));
        using HttpResponseMessage answer = await AskAsync(server, """{"subject":"ann","roles":["lead"]}""");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task A_page_behind_another_name_of_this_machine_gets_no_token()
    {
        await using ServerUnderTest server = await StartAsync(new("Development"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/dev/tokens", UriKind.Relative));
        request.Headers.Host = "rebound.example";
        request.Content = JsonContent.Create(new { subject = "ann", roles = new[] { "lead" } });
        using HttpResponseMessage answer = await server.Json.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<ServerUnderTest> StartAsync(ServerUnderTest server)
    {
        await server.InitializeAsync();
        return server;
    }

    private static async Task<HttpResponseMessage> AskAsync(ServerUnderTest server, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await server.Json.PostAsync(new Uri("/dev/tokens", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static Task<Grpc.Core.StatusCode> CallAsync(ServerUnderTest server, string token) =>
        Wire.StatusOfAsync(server.Channel, "/crimeaudit.v1.ReferenceService/ListForces", MethodType.Unary, ServerUnderTest.Bearer(token));
}
