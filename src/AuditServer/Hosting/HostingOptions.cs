namespace AuditServer.Hosting;

/// <summary>Where and how the server listens; section <c>CrimeAudit:Hosting</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "CrimeAudit:Hosting";

    /// <summary>
    /// Where gRPC is served: <c>http</c> (HTTP/2 without TLS, so by prior knowledge) or <c>https</c> (certificate from
    /// <see cref="TlsOptions"/>, or else <c>Kestrel:Certificates:Default</c>). Host: an IP address, <c>localhost</c>, or <c>*</c> for every interface.
    /// Port 0: any free one. Default <c>http://127.0.0.1:5080</c>.
    /// </summary>
    public string GrpcUrl { get; set; } = "http://127.0.0.1:5080";

    /// <summary>
    /// Where JSON is served over HTTP/1.1; without TLS it needs a port of its own. The same address as
    /// <see cref="GrpcUrl"/> with <c>https</c>: one port serves both. Default <c>http://127.0.0.1:5081</c>.
    /// </summary>
    public string JsonUrl { get; set; } = "http://127.0.0.1:5081";

    /// <summary>The largest message taken, in bytes, over gRPC and as a JSON body. 1 KiB to 64 MiB. Default 4 MiB.</summary>
    public int MaxMessageBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// How long calls get to end once the server was told to stop. What is open then is cut off: streams whose readers do not read, and
    /// long unary calls, which can be repeated under the same request id. What was accepted is written all the same. 1 second to 10
    /// minutes. Default 4 s.
    /// </summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(4);
}
