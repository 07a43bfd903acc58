using System.Security.Cryptography.X509Certificates;
using AuditServer.Hosting;
using Microsoft.AspNetCore.Authentication.Certificate;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace AuditServer.Security.Certificates;

/// <summary>Completes the check of client certificates: our authorities alone, and the identities of the settings.</summary>
internal sealed class ClientCertificateSetup(
    ClientCertificates clients, IOptions<ClientCertificateOptions> options, IOptions<TlsOptions> tls) : IPostConfigureOptions<CertificateAuthenticationOptions>
{
    public void PostConfigure(string? name, CertificateAuthenticationOptions accepted)
    {
        accepted.AllowedCertificateTypes = CertificateTypes.Chained;
        accepted.ChainTrustValidationMode = X509ChainTrustMode.CustomRootTrust;
        accepted.RevocationMode = options.Value.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        if (tls.Value.ClientCertificates != ClientCertificateMode.NoCertificate)
        {
            accepted.CustomTrustStore = ClientAuthorities.Load(options.Value.AuthorityFile);
        }

        accepted.Events = new CertificateAuthenticationEvents { OnCertificateValidated = Identify };
    }

    private Task Identify(CertificateValidatedContext validated)
    {
        if (clients.Find(validated.ClientCertificate) is { } identity)
        {
            validated.Principal = ClientCertificates.PrincipalOf(identity);
            validated.Success();
        }
        else
        {
            validated.Fail("The certificate is nobody's that the settings name.");
        }

        return Task.CompletedTask;
    }
}
