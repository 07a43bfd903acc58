namespace AuditServer.Security.Certificates;

/// <summary>Whose client certificates are believed, and who they are; section <c>CrimeAudit:ClientCertificates</c>.</summary>
public sealed class ClientCertificateOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "CrimeAudit:ClientCertificates";

    /// <summary>PEM file of the authorities that issue client certificates; they alone are believed, not those of the machine.</summary>
    public string AuthorityFile { get; set; } = "";

    /// <summary>Whether the authorities are asked if a certificate was revoked. Default false: what is not mapped is nobody.</summary>
    public bool CheckRevocation { get; set; }

    /// <summary>Who the certificates are. One that is not here is nobody.</summary>
    public IReadOnlyList<ClientIdentity> Clients { get; set; } = [];
}
