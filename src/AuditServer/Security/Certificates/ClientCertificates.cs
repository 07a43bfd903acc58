using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication.Certificate;
using Microsoft.Extensions.Options;

namespace AuditServer.Security.Certificates;

/// <summary>Says who a client certificate is, once the chain to one of our authorities is verified.</summary>
internal sealed class ClientCertificates(IOptions<ClientCertificateOptions> options)
{
    /// <summary>The identity of a certificate; null: it is nobody.</summary>
    public ClientIdentity? Find(X509Certificate2 certificate)
    {
        string subject = CertificateName.Of(certificate);
        string[] names = [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(e => e.EnumerateDnsNames())];
        return options.Value.Clients.FirstOrDefault(client => client.DnsName.Length > 0
            ? names.Contains(client.DnsName, StringComparer.OrdinalIgnoreCase)
            : CertificateName.Parse(client.SubjectName) == subject);
    }

    /// <summary>The claims of an identity, as a token would have them.</summary>
    public static ClaimsPrincipal PrincipalOf(ClientIdentity identity) => new(new ClaimsIdentity(
        [
            new Claim(ClaimNames.Subject, identity.Subject),
            .. identity.Roles.Select(role => new Claim(ClaimNames.Role, role)),
            .. identity.Forces.Select(force => new Claim(ClaimNames.Force, force)),
        ],
        CertificateAuthenticationDefaults.AuthenticationScheme,
        ClaimNames.Subject,
        ClaimNames.Role));
}
