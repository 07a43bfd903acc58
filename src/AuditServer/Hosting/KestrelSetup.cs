using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using AuditServer.Security.Limits;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace AuditServer.Hosting;

/// <summary>Makes Kestrel listen for gRPC and for JSON, with limits fit for long streams.</summary>
internal sealed class KestrelSetup(IOptions<HostingOptions> options, IOptions<TlsOptions> tls, IOptions<LimitOptions> limited)
    : IConfigureOptions<KestrelServerOptions>
{
    private const int StreamWindow = 1024 * 1024;
    private const int ConnectionWindow = 4 * StreamWindow;

    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(20);

    public void Configure(KestrelServerOptions kestrel)
    {
        SetLimits(kestrel.Limits);
        kestrel.Limits.MaxConcurrentConnections = limited.Value.Connections;
        ListenAddress grpc = Address(options.Value.GrpcUrl);
        ListenAddress json = Address(options.Value.JsonUrl);
        bool onePort = grpc.Secure && grpc == json;
        Listen(kestrel, grpc, onePort ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http2);
        if (!onePort)
        {
            Listen(kestrel, json, json.Secure ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1);
        }
    }

    private static void SetLimits(KestrelServerLimits limits)
    {
        // A client stream has no end that a limit could know. Single messages have one: MaxMessageBytes, for gRPC and JSON alike.
        limits.MaxRequestBodySize = null;

        // A watcher that reads slowly is held back by HTTP/2's windows; it must not lose its connection. Dead peers are
        // found by the pings. The limit on slow
        // requests stays for HTTP/1.1; the gRPC handlers lift it for client streams.
        limits.MinResponseDataRate = null;
        limits.Http2.InitialStreamWindowSize = StreamWindow;
        limits.Http2.InitialConnectionWindowSize = ConnectionWindow;
        limits.Http2.KeepAlivePingDelay = PingDelay;
        limits.Http2.KeepAlivePingTimeout = PingTimeout;
    }

    private void Listen(KestrelServerOptions kestrel, ListenAddress address, HttpProtocols protocols) =>
        address.Listen(kestrel, endpoint =>
        {
            endpoint.Protocols = protocols;
            if (address.Secure)
            {
                endpoint.UseHttps(Secure);
            }
        });

    private void Secure(HttpsConnectionAdapterOptions https)
    {
#pragma warning disable CA5398 // The oldest version is the administrator's to say; what comes after it is taken.
        https.SslProtocols = tls.Value.MinimumVersion == "1.3" ? SslProtocols.Tls13 : SslProtocols.Tls12 | SslProtocols.Tls13;
#pragma warning restore CA5398
        https.ClientCertificateMode = tls.Value.ClientCertificates;
        // Who is believed is decided by the settings, and told in the contract's terms, not by the machine's authorities in the handshake.
        https.AllowAnyClientCertificate();
        https.OnAuthenticate = (_, handshake) => handshake.CertificateChainPolicy = WithoutDownloads();
        if (tls.Value.CertificateFile.Length > 0)
        {
            (https.ServerCertificate, https.ServerCertificateChain) = ServerCertificate.Load(tls.Value);
        }
    }

    // The handshake builds a chain of its own; what a stranger's certificate names must not be fetched for it either.
    private static X509ChainPolicy WithoutDownloads() =>
        new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };

    private static ListenAddress Address(string url) =>
        ListenAddress.Parse(url) ?? throw new InvalidOperationException($"'{url}' passed the check of {nameof(HostingOptions)} and is no address.");
}
