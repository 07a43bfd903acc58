using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace CrimeAudit.Client;

/// <summary>Makes the one channel of a client from its options.</summary>
internal static class ChannelFactory
{
    public static GrpcChannel Create(CrimeAuditClientOptions options)
    {
        bool tls = options.Address!.Scheme == Uri.UriSchemeHttps;
        var balancing = new Balancing(options);
        return GrpcChannel.ForAddress(balancing.IsOn ? balancing.Target : options.Address, new GrpcChannelOptions
        {
            Credentials = Credentials(tls, options.TokenProvider),
            // Tokens over plain HTTP/2 are the owner's decision, made by an http address.
            UnsafeUseInsecureChannelCallCredentials = !tls,
            HttpHandler = options.HttpHandler ?? Handler(options),
            DisposeHttpClient = options.HttpHandler is null,
            MaxSendMessageSize = options.MaxMessageSize,
            MaxReceiveMessageSize = options.MaxMessageSize,
            MaxRetryBufferPerCallSize = options.MaxMessageSize,
            MaxRetryAttempts = options.MaxAttempts,
            ServiceConfig = Config(options, balancing),
            ServiceProvider = balancing.IsOn ? balancing : null,
            LoggerFactory = options.LoggerFactory,
        });
    }

    private static ServiceConfig? Config(CrimeAuditClientOptions options, Balancing balancing)
    {
        ServiceConfig? config = Retries.WhileUnavailable(options);
        if (balancing.IsOn)
        {
            config ??= new ServiceConfig();
            config.LoadBalancingConfigs.Add(new RoundRobinConfig());
        }

        return config;
    }

    private static SocketsHttpHandler Handler(CrimeAuditClientOptions options) => new()
    {
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        KeepAlivePingDelay = options.KeepAlivePingDelay,
        KeepAlivePingTimeout = options.KeepAlivePingTimeout,
        // Servers answer pings of idle connections with GOAWAY: only connections that carry calls are pinged.
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        EnableMultipleHttp2Connections = true,
        SslOptions = Tls(options),
    };

    private static SslClientAuthenticationOptions Tls(CrimeAuditClientOptions options)
    {
        var tls = new SslClientAuthenticationOptions();
        if (options.ClientCertificate is { } certificate)
        {
            tls.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
        }

        if (options.ServerAuthorities.Count > 0)
        {
            tls.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            tls.CertificateChainPolicy.CustomTrustStore.AddRange(options.ServerAuthorities);
        }

        return tls;
    }

    private static ChannelCredentials Credentials(bool tls, Func<CancellationToken, ValueTask<string>>? tokens)
    {
        ChannelCredentials channel = tls ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure;
        if (tokens is null)
        {
            return channel;
        }

        return ChannelCredentials.Create(channel, CallCredentials.FromInterceptor(async (call, headers) =>
        {
            string token = await tokens(call.CancellationToken).ConfigureAwait(false);
            headers.Add("authorization", $"Bearer {token}");
        }));
    }
}
