using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AuditServer.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace AuditServer.Security.Certificates;

/// <summary>Says whether one of our authorities issued a client certificate.</summary>
internal sealed class ClientChain(IOptions<ClientCertificateOptions> options, IOptions<TlsOptions> tls, TimeProvider clock)
{
    private const string ForClients = "1.3.6.1.5.5.7.3.2";

    private readonly Lazy<X509Certificate2Collection> authorities = new(
        () => tls.Value.ClientCertificates == ClientCertificateMode.NoCertificate ? [] : ClientAuthorities.Load(options.Value.AuthorityFile));

    /// <summary>
    /// Whether its chain ends with one of our authorities, it is a client's, its time is not over, and, where that is asked for, none of
    /// the chain was revoked: an authority that does not answer is no.
    /// </summary>
    public bool IsIssued(X509Certificate2 certificate) =>
        // An address in a certificate is looked up only once an authority of ours is known to have written it there.
        Build(certificate, X509RevocationMode.NoCheck)
        && (!options.Value.CheckRevocation || Build(certificate, X509RevocationMode.Online));

    /// <summary>What a chain has to be. Nothing that a certificate names is fetched to complete it.</summary>
    /// <param name="authorities">Roots, and those that they let issue.</param>
    /// <param name="revocation">Whether authorities are asked for what they revoked.</param>
    /// <param name="now">The time at which it has to be good.</param>
    public static X509ChainPolicy Policy(X509Certificate2Collection authorities, X509RevocationMode revocation, DateTimeOffset now)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            DisableCertificateDownloads = true,
            RevocationMode = revocation,
            RevocationFlag = X509RevocationFlag.ExcludeRoot,
            VerificationTimeIgnored = false,
            VerificationTime = now.LocalDateTime,
            ApplicationPolicy = { new Oid(ForClients) },
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private bool Build(X509Certificate2 certificate, X509RevocationMode revocation)
    {
        using var chain = new X509Chain { ChainPolicy = Policy(authorities.Value, revocation, clock.GetUtcNow()) };
        try
        {
            return chain.Build(certificate);
        }
        finally
        {
            foreach (X509ChainElement element in chain.ChainElements)
            {
                element.Certificate.Dispose();
            }
        }
    }
}
