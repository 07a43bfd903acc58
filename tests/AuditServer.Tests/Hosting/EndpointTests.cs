using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AuditServer.Hosting;
using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Grpc.Net.Client;

namespace AuditServer.Tests.Hosting;

public sealed class EndpointTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-tests-");
    private string? thumbprint;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Without_tls_gRPC_and_json_have_a_port_each()
    {
        await using var server = new ServerUnderTest();
        await server.InitializeAsync();
        ServerAddresses addresses = AuditServerHost.Addresses(server.App);
        Assert.NotEqual(0, addresses.GrpcAddress.Port);
        Assert.NotEqual(0, addresses.JsonAddress.Port);
        Assert.NotEqual(addresses.GrpcAddress.Port, addresses.JsonAddress.Port);
    }

    [Fact]
    public void Before_the_start_there_are_no_addresses() =>
        Assert.Throws<InvalidOperationException>(() => AuditServerHost.Addresses(new ServerUnderTest().Build()));

    [Fact]
    public async Task With_tls_one_port_serves_both()
    {
        int port = FreePort.Find();
        string address = $"https://127.0.0.1:{port}";
        await using var server = new ServerUnderTest(
            "Development",
            ("CrimeAudit:Hosting:GrpcUrl", address),
            ("CrimeAudit:Hosting:JsonUrl", address),
            ("Kestrel:Certificates:Default:Path", Certificate()),
            ("Kestrel:Certificates:Default:Password", "test"));
        await server.InitializeAsync();
        Assert.Equal(new ServerAddresses(new Uri(address), new Uri(address)), AuditServerHost.Addresses(server.App));

        using SocketsHttpHandler trusting = Trusting();
        using GrpcChannel channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = trusting });
        ListForcesResponse overGrpc = await new ReferenceService.ReferenceServiceClient(channel).ListForcesAsync(
            new ListForcesRequest(), server.Credential(Role.Reader), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("stub", overGrpc.Source);

        using SocketsHttpHandler handler = Trusting();
        using var http = new HttpClient(handler) { BaseAddress = new Uri(address) };
        using HttpRequestMessage request = server.JsonRequest(HttpMethod.Get, "/v1/forces");
        using HttpResponseMessage overJson = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, overJson.StatusCode);
        Assert.Equal(HttpVersion.Version11, overJson.Version);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://127.8.0.1:5080", true)]
    [InlineData("https://[::1]:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://192.0.2.1:5080", false)]
    public void Loopback_is_told_from_the_rest(string address, bool loopback) =>
        Assert.Equal(loopback, ListenAddress.Parse(address)?.IsLoopback);

    private SocketsHttpHandler Trusting() => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == thumbprint },
    };

    private string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var wanted = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = wanted.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        thumbprint = certificate.GetCertHashString();
        string path = Path.Combine(folder.FullName, "server.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "test"));
        return path;
    }
}
