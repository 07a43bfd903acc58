using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client.Balancer;
using Microsoft.Extensions.Logging;

namespace CrimeAudit.Client;

/// <summary>How a <see cref="CrimeAuditClient"/> reaches the service. Read once, when the client is made.</summary>
public sealed class CrimeAuditClientOptions
{
    /// <summary>
    /// Where the service is: <c>https://host:port</c>, or <c>http://host:port</c> for HTTP/2 without TLS.
    /// Null is refused. Without TLS the token crosses the network in clear: only inside one machine or a mesh that encrypts.
    /// </summary>
    public Uri? Address { get; set; }

    /// <summary>
    /// Further instances of the same service, with the scheme of <see cref="Address"/>. Calls then take turns over all of them, and pass
    /// over one that cannot be reached; a stream stays with its instance until it ends. Default: empty.
    /// </summary>
    public IList<Uri> FurtherAddresses { get; } = [];

    /// <summary>
    /// Whether calls take turns over all addresses that the name in <see cref="Address"/> has, looked up anew every half minute and after
    /// failures. Default: no, one connection to whichever comes first. Not together with <see cref="FurtherAddresses"/>.
    /// </summary>
    public bool BalanceOverDns { get; set; }

    /// <summary>
    /// Gives the bearer token of each call and of each new stream; asked every time, so it may cache and renew.
    /// Null (the default): no token is sent, for instance because <see cref="ClientCertificate"/> says who calls.
    /// <see cref="StaticToken"/> makes one from a fixed token.
    /// </summary>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>
    /// The certificate by which the client says who it is, with its private key; the client does not dispose of it. Needs an <c>https</c>
    /// address. A token that is sent as well counts before it. Null (the default): none.
    /// </summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>
    /// The authorities by which the server's certificate is believed, instead of those of the machine. Needs an <c>https</c> address.
    /// Empty (the default): those of the machine.
    /// </summary>
    public X509Certificate2Collection ServerAuthorities { get; } = [];

    /// <summary>
    /// Deadlines that differ from <see cref="RpcDeadlines.Defaults"/>, by RPC name (<c>GetIncident</c>).
    /// <see cref="Timeout.InfiniteTimeSpan"/>: none. Default: empty.
    /// </summary>
    public IDictionary<string, TimeSpan> Deadlines { get; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>Largest message sent or received, in bytes. Default 16 MiB; at least 64 KiB.</summary>
    public int MaxMessageSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Attempts of a unary call, the first included, while the service is unavailable or full. Default 4; 1 never retries; at most 5.
    /// Retries are safe: every call is idempotent by its request id, audit id or version name.
    /// </summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>Longest first pause between attempts while the service is unavailable; it doubles each time. Default 200 ms.</summary>
    public TimeSpan InitialBackoff { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest pause between attempts while the service is unavailable. Default 5 s.</summary>
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait for a connection. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a connection with open calls may be silent before it is pinged, so that a dead peer is noticed. Default 30 s.
    /// <see cref="Timeout.InfiniteTimeSpan"/>: never.
    /// </summary>
    public TimeSpan KeepAlivePingDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a ping may stay unanswered before the connection is given up. Default 15 s.</summary>
    public TimeSpan KeepAlivePingTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The HTTP handler to use, for a proxy or a test; the client does not dispose of it, and <see cref="ConnectTimeout"/>, the keep-alive
    /// settings and the certificates are then its owner's. Where calls take turns over instances it must be a
    /// <see cref="SocketsHttpHandler"/> without a connect callback. Null (the default): one of the client's own.
    /// </summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Where gRPC logs. Null (the default): nowhere. With dependency injection: the container's.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of pauses, back-off and give-up. Default: the machine's. Deadlines always use the machine's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How the client makes sure that what it was told is in the log, and stays there. By default it verifies every receipt.</summary>
    public LogVerificationOptions Verification { get; } = new();

    /// <summary>Looks up the name that <see cref="BalanceOverDns"/> is about. Null (the default): the machine does, anew every half minute.</summary>
    internal ResolverFactory? Names { get; set; }

    /// <summary>Makes a <see cref="TokenProvider"/> that always gives the same token.</summary>
    /// <param name="token">The token, without <c>Bearer</c>.</param>
    /// <returns>The provider.</returns>
    public static Func<CancellationToken, ValueTask<string>> StaticToken(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        return _ => ValueTask.FromResult(token);
    }
}
