using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using AuditServer.Hosting;
using AuditServer.Security;
using AuditServer.Security.Certificates;
using AuditServer.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Tests.Security;

/// <summary>Client certificates instead of tokens, over TLS on one port, with authorities made here.</summary>
public sealed class ClientCertificateTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-tls-");
    private readonly TestAuthority authority = new("the authority");
    private readonly TestAuthority stranger = new("another authority");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        authority.Dispose();
        stranger.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_certificate_that_the_settings_name_is_who_they_say()
    {
        await using ServerUnderTest server = await StartAsync("AllowCertificate");
        using X509Certificate2 byName = authority.Client("CN=whatever", "connector.kent.example");
        using X509Certificate2 bySubject = authority.Client("CN=inspection tool,O=Inspectorate");
        foreach (X509Certificate2 certificate in new[] { byName, bySubject })
        {
            await using CrimeAuditClient client = Connect(server, certificate);
            Assert.NotNull(await client.Reference.ListForcesAsync(new ListForcesRequest(), Cancel));
        }

        // The connector submits and does no more; the tool's role is another one.
        await using CrimeAuditClient connector = Connect(server, byName);
        await using CrimeAuditClient tool = Connect(server, bySubject);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => SubmitAsync(tool));
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
        Assert.NotNull(await SubmitAsync(connector));
    }

    [Fact]
    public async Task Json_takes_a_certificate_on_the_same_port()
    {
        await using ServerUnderTest server = await StartAsync("AllowCertificate");
        using X509Certificate2 certificate = authority.Client("CN=whatever", "connector.kent.example");
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.ClientCertificates = [certificate];
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { authority.Certificate },
        };
        using var http = new HttpClient(handler) { BaseAddress = server.Address };
        using HttpResponseMessage answer = await http.GetAsync(new Uri("/v1/forces", UriKind.Relative), Cancel);
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version11), (answer.StatusCode, answer.Version));
    }

    [Fact]
    public async Task A_certificate_of_another_authority_or_nobody_s_or_past_its_time_is_no_credential()
    {
        await using ServerUnderTest server = await StartAsync("AllowCertificate");
        using X509Certificate2 ofAnother = stranger.Client("CN=whatever", "connector.kent.example");
        using X509Certificate2 nobody = authority.Client("CN=whatever", "unheard-of.example");
        using X509Certificate2 expired = authority.Client("CN=whatever", "connector.kent.example", TimeSpan.FromHours(-1));
        using X509Certificate2 ofAServer = authority.Server();
        foreach (X509Certificate2? certificate in new[] { ofAnother, nobody, expired, ofAServer, null })
        {
            await RefusedAsync(server, certificate);
        }
    }

    [Fact]
    public async Task A_certificate_that_two_clients_of_the_settings_name_is_nobody()
    {
        await using ServerUnderTest server = await StartAsync("AllowCertificate");
        using X509Certificate2 both = authority.Client("CN=inspection tool,O=Inspectorate", "connector.kent.example");
        await RefusedAsync(server, both);
    }

    [Fact]
    public async Task Nothing_that_a_stranger_s_certificate_names_is_fetched()
    {
        await using ServerUnderTest server = await StartAsync("AllowCertificate", "Development", ("CrimeAudit:ClientCertificates:CheckRevocation", "true"));
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        string url = $"http://{elsewhere.LocalEndpoint}/";
        using X509Certificate2 incomplete = stranger.Client(
            "CN=whatever",
            "connector.kent.example",
            validFor: null,
            new X509AuthorityInformationAccessExtension([$"{url}ocsp"], [$"{url}authority.cer"]),
            CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([$"{url}revoked.crl"]));
        await RefusedAsync(server, incomplete);
        Assert.False(elsewhere.Pending());
    }

    [Fact]
    public async Task A_certificate_that_was_believed_is_refused_once_its_time_is_over()
    {
        await using ServerUnderTest server = await StartAsync("AllowCertificate");
        using X509Certificate2 certificate = authority.Client("CN=whatever", "connector.kent.example", BelievedCertificates.For / 2);
        await using CrimeAuditClient client = Connect(server, certificate);
        Assert.NotNull(await client.Reference.ListForcesAsync(new ListForcesRequest(), Cancel));
        server.Clock.Advance(BelievedCertificates.For * 0.75);
        await RefusedAsync(server, certificate);
    }

    [Fact]
    public async Task Where_revocations_are_asked_for_an_authority_that_does_not_answer_is_not_believed()
    {
        await using ServerUnderTest server = await StartAsync("AllowCertificate", "Development", ("CrimeAudit:ClientCertificates:CheckRevocation", "true"));
        using X509Certificate2 certificate = authority.Client("CN=whatever", "connector.kent.example");
        await RefusedAsync(server, certificate);
    }

    [Fact]
    public async Task One_subject_in_two_spellings_stops_the_start()
    {
        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(
            "AllowCertificate",
            "Development",
            ("CrimeAudit:ClientCertificates:Clients:2:SubjectName", "O=Inspectorate,CN=inspection tool"),
            ("CrimeAudit:ClientCertificates:Clients:2:Subject", "another")));
        Assert.Contains("is given 2 times", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_certificates_a_token_works_and_counts_before_one()
    {
        await using ServerUnderTest server = await StartAsync("AllowCertificate");
        await using CrimeAuditClient byToken = Connect(server, certificate: null, server.Token(Role.Submitter));
        Assert.NotNull(await SubmitAsync(byToken));

        using X509Certificate2 connector = authority.Client("CN=whatever", "connector.kent.example");
        await using CrimeAuditClient both = Connect(server, connector, server.Token(Role.Lead));
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(() => SubmitAsync(both))).StatusCode);
    }

    [Fact]
    public async Task Where_a_certificate_is_required_a_connection_without_one_is_refused_whatever_its_token()
    {
        await using ServerUnderTest server = await StartAsync("RequireCertificate");
        await using CrimeAuditClient byToken = Connect(server, certificate: null, server.Token(Role.Lead));
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => byToken.Reference.ListForcesAsync(new ListForcesRequest(), Cancel));

        using X509Certificate2 certificate = authority.Client("CN=whatever", "connector.kent.example");
        await using CrimeAuditClient client = Connect(server, certificate);
        Assert.NotNull(await client.Reference.ListForcesAsync(new ListForcesRequest(), Cancel));
    }

    [Fact]
    public async Task Outside_Development_mapped_certificates_suffice()
    {
        await using ServerUnderTest server = await StartAsync("RequireCertificate", "Production");
        using X509Certificate2 certificate = authority.Client("CN=whatever", "connector.kent.example");
        await using CrimeAuditClient client = Connect(server, certificate);
        Assert.NotNull(await client.Reference.ListForcesAsync(new ListForcesRequest(), Cancel));
    }

    [Theory]
    [InlineData("CrimeAudit:Tls:MinimumVersion", "1.1")]
    [InlineData("CrimeAudit:Tls:ClientCertificates", "DelayCertificate")]
    [InlineData("CrimeAudit:Tls:ClientCertificates", "Perhaps")]
    [InlineData("CrimeAudit:Tls:CertificateFile", "/nowhere.pem")]
    [InlineData("CrimeAudit:Tls:CertificateFile", "")]
    [InlineData("CrimeAudit:Tls:KeyFile", "/nowhere.key")]
    [InlineData("CrimeAudit:ClientCertificates:AuthorityFile", "/nowhere.pem")]
    [InlineData("CrimeAudit:ClientCertificates:AuthorityFile", "")]
    [InlineData("CrimeAudit:ClientCertificates:Clients:0:SubjectName", "CN=connector")]
    [InlineData("CrimeAudit:ClientCertificates:Clients:0:DnsName", "")]
    [InlineData("CrimeAudit:ClientCertificates:Clients:1:SubjectName", "no name")]
    [InlineData("CrimeAudit:ClientCertificates:Clients:0:Subject", "")]
    [InlineData("CrimeAudit:ClientCertificates:Clients:0:Roles:0", "king")]
    [InlineData("CrimeAudit:ClientCertificates:Clients:0:Forces:0", "atlantis")]
    [InlineData("CrimeAudit:ClientCertificates:CheckRevocation", "perhaps")]
    public async Task A_setting_that_cannot_work_stops_the_start_with_its_name(string setting, string value)
    {
        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync("AllowCertificate", "Development", (setting, value)));
        string[] parts = setting.Split(':');
        Assert.Contains(string.Join(':', parts[..3]), refused.Message, StringComparison.Ordinal);
        Assert.Contains(parts[^1] == "0" ? parts[^2] : parts[^1], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_others_can_read_stops_the_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The folder's access list decides there.");
        (_, string key) = TestAuthority.Write(authority.Server(), folder, "open");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        Exception refused = await Assert.ThrowsAnyAsync<Exception>(
            () => StartAsync("AllowCertificate", "Development", ("CrimeAudit:Tls:KeyFile", key)));
        Assert.Contains("CrimeAudit:Tls:KeyFile: others than its owner have access", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificates_cannot_be_asked_for_without_tls()
    {
        var server = new ServerUnderTest("Development", ("CrimeAudit:Tls:ClientCertificates", "AllowCertificate"));
        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() => server.InitializeAsync().AsTask());
        Assert.Contains("CrimeAudit:Tls:ClientCertificates asks for certificates, and neither", refused.Message, StringComparison.Ordinal);
    }

    private async Task<ServerUnderTest> StartAsync(string mode, string environment = "Development", params (string Setting, string? Value)[] changes)
    {
        using X509Certificate2 own = authority.Server();
        (string certificate, string key) = TestAuthority.Write(own, folder, "server");
        (string authorities, _) = TestAuthority.Write(authority.Certificate, folder, "authority");
        string address = $"https://127.0.0.1:{FreePort.Find()}";
        (string, string?)[] settings =
        [
            ("CrimeAudit:Hosting:GrpcUrl", address),
            ("CrimeAudit:Hosting:JsonUrl", address),
            ("CrimeAudit:Tls:CertificateFile", certificate),
            ("CrimeAudit:Tls:KeyFile", key),
            ("CrimeAudit:Tls:MinimumVersion", "1.3"),
            ("CrimeAudit:Tls:ClientCertificates", mode),
            ("CrimeAudit:ClientCertificates:AuthorityFile", authorities),
            ("CrimeAudit:ClientCertificates:Clients:0:DnsName", "connector.kent.example"),
            ("CrimeAudit:ClientCertificates:Clients:0:Subject", "kent-connector"),
            ("CrimeAudit:ClientCertificates:Clients:0:Roles:0", Role.Submitter),
            ("CrimeAudit:ClientCertificates:Clients:0:Forces:0", "kent"),
            ("CrimeAudit:ClientCertificates:Clients:1:SubjectName", "O=Inspectorate, CN=inspection tool"),
            ("CrimeAudit:ClientCertificates:Clients:1:Subject", "inspection-tool"),
            ("CrimeAudit:ClientCertificates:Clients:1:Roles:0", Role.Lead),
            .. changes,
        ];
        var server = new ServerUnderTest(environment, settings);
        try
        {
            await server.InitializeAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task RefusedAsync(ServerUnderTest server, X509Certificate2? certificate)
    {
        await using CrimeAuditClient client = Connect(server, certificate);
        PermissionException refused = await Assert.ThrowsAsync<PermissionException>(() => client.Reference.ListForcesAsync(new ListForcesRequest(), Cancel));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
    }

    private static async Task<SubmitIncidentResponse> SubmitAsync(CrimeAuditClient client) =>
        await client.Raw.Incidents.SubmitIncidentAsync(new SubmitIncidentRequest(), cancellationToken: Cancel);

    private CrimeAuditClient Connect(ServerUnderTest server, X509Certificate2? certificate, string? token = null)
    {
        var options = new CrimeAuditClientOptions
        {
            Address = server.Address,
            ClientCertificate = certificate,
            TokenProvider = token is null ? null : CrimeAuditClientOptions.StaticToken(token),
            MaxAttempts = 1,
        };
        options.ServerAuthorities.Add(authority.Certificate);
        return CrimeAuditClient.Connect(options);
    }
}
