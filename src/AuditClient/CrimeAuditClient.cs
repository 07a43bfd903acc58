using CrimeAudit.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CrimeAudit.Client;

/// <summary>
/// The way into the service: one connection, shared by everything that comes from it. Safe for use by many threads;
/// make one an application. Failed calls throw <see cref="CrimeAuditException"/>, never RpcException.
/// </summary>
public sealed class CrimeAuditClient : ICrimeAuditClient, IAsyncDisposable, IDisposable
{
    private readonly GrpcChannel channel;
    private readonly LogVerifier verifier;

    private CrimeAuditClient(CrimeAuditClientOptions options)
    {
        channel = ChannelFactory.Create(options);
        CallInvoker invoker = channel.CreateCallInvoker();
        Raw = new RawClients(new(invoker), new(invoker), new(invoker), new(invoker), new(invoker));
        UnaryCalls calls = new(options);
        verifier = new LogVerifier(Raw.Ledger, calls, options.Verification, options.TimeProvider);
        Incidents = new IncidentClient(Raw.Incidents, calls, verifier, options.TimeProvider);
        Audits = new AuditClient(Raw.Audits, calls, options.TimeProvider);
        Rates = new RateClient(Raw.Rates, calls, options.TimeProvider);
        Reference = new ReferenceClient(Raw.Reference, calls);
        Ledger = new LedgerClient(Raw.Ledger, calls, verifier);
    }

    /// <inheritdoc/>
    public IIncidentClient Incidents { get; }

    /// <inheritdoc/>
    public IAuditClient Audits { get; }

    /// <inheritdoc/>
    public IRateClient Rates { get; }

    /// <inheritdoc/>
    public IReferenceClient Reference { get; }

    /// <inheritdoc/>
    public ILedgerClient Ledger { get; }

    /// <summary>The generated clients, for what the typed ones do not offer.</summary>
    public RawClients Raw { get; }

    /// <summary>Makes a client with a fixed token. Connects with the first call.</summary>
    /// <param name="address"><c>https://host:port</c>, or <c>http://host:port</c> for HTTP/2 without TLS.</param>
    /// <param name="token">The bearer token, without <c>Bearer</c>.</param>
    /// <returns>The client.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The address is none.</exception>
    public static CrimeAuditClient Connect(string address, string token) => Connect(new CrimeAuditClientOptions
    {
        Address = new Uri(address, UriKind.RelativeOrAbsolute),
        TokenProvider = CrimeAuditClientOptions.StaticToken(token),
    });

    /// <summary>Makes a client. Connects with the first call.</summary>
    /// <param name="options">How to reach the service; read now, later changes have no effect.</param>
    /// <returns>The client.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong; it names everything that is.</exception>
    public static CrimeAuditClient Connect(CrimeAuditClientOptions options)
    {
        OptionsValidation.ThrowIfInvalid(options);
        return new CrimeAuditClient(options);
    }

    /// <summary>Closes the connection. Calls under way fail; dispose of writers first.</summary>
    public void Dispose()
    {
        channel.Dispose();
        verifier.Dispose();
    }

    /// <summary>Closes the connection. Calls under way fail; dispose of writers first.</summary>
    /// <returns>Done when closed.</returns>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
