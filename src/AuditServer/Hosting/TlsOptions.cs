using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace AuditServer.Hosting;

/// <summary>How the server proves itself where it listens with <c>https</c>; section <c>CrimeAudit:Tls</c>.</summary>
public sealed class TlsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "CrimeAudit:Tls";

    /// <summary>
    /// PEM file of the server's certificate, with the intermediate ones behind it. Empty: that of <c>Kestrel:Certificates:Default</c>.
    /// </summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>PEM file of its private key, not encrypted and readable by its owner alone.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The oldest version of TLS that is spoken, <c>1.2</c> or <c>1.3</c>. Default 1.2.</summary>
    public string MinimumVersion { get; set; } = "1.2";

    /// <summary>
    /// Whether clients are asked for a certificate: <c>NoCertificate</c>, <c>AllowCertificate</c> (beside tokens) or
    /// <c>RequireCertificate</c> (a connection without one is refused). Default NoCertificate.
    /// </summary>
    public ClientCertificateMode ClientCertificates { get; set; } = ClientCertificateMode.NoCertificate;
}
