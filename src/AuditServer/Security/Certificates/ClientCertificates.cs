using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace AuditServer.Security.Certificates;

/// <summary>Says who a client certificate is by its names; <see cref="ClientChain"/> says whether to believe them.</summary>
internal sealed class ClientCertificates(IOptions<ClientCertificateOptions> options)
{
    /// <summary>What made an identity of a certificate.</summary>
    public const string AuthenticationType = "Certificate";

    /// <summary>The identity of a certificate; null: it is nobody, for none of the settings names it, or more than one does.</summary>
    public ClientIdentity? Find(X509Certificate2 certificate)
    {
        string subject = CertificateName.Of(certificate);
        string[] names = [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(e => e.EnumerateDnsNames())];
        ClientIdentity[] named = [.. options.Value.Clients.Where(client => client.DnsName.Length > 0
            ? names.Contains(client.DnsName, StringComparer.OrdinalIgnoreCase)
            : CertificateName.Parse(client.SubjectName) == subject)];
        return named is [var one] ? one : null;
    }

    /// <summary>The claims of an identity, as a token would have them.</summary>
    public static ClaimsPrincipal PrincipalOf(ClientIdentity identity) => new(new ClaimsIdentity(
        [
            new Claim(ClaimNames.Subject, identity.Subject),
            .. identity.Roles.Select(role => new Claim(ClaimNames.Role, role)),
            .. identity.Forces.Select(force => new Claim(ClaimNames.Force, force)),
        ],
        AuthenticationType,
        ClaimNames.Subject,
        ClaimNames.Role));
}
