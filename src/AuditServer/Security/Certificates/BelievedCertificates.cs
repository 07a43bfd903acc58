using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuditServer.Security.Certificates;

/// <summary>
/// Who brings a certificate, remembered for a while: each call asks, and a chain is dear. Only certificates that are somebody's are
/// remembered, so that strangers cannot fill the memory.
/// </summary>
internal sealed class BelievedCertificates(ClientCertificates clients, ClientChain chain, TimeProvider clock)
{
    /// <summary>How long it is remembered. A revocation counts from then on, where it is asked for.</summary>
    public static readonly TimeSpan For = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (ClientIdentity Identity, DateTimeOffset Until)> believed = new();

    /// <summary>The identity of a certificate of our authorities; null: it is nobody.</summary>
    public ClientIdentity? Find(X509Certificate2 certificate)
    {
        DateTimeOffset now = clock.GetUtcNow();
        string thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        if (believed.TryGetValue(thumbprint, out (ClientIdentity Identity, DateTimeOffset Until) known) && now < known.Until)
        {
            return known.Identity;
        }

        Forget(now);
        if (clients.Find(certificate) is not { } identity || !chain.IsIssued(certificate))
        {
            return null;
        }

        DateTimeOffset end = certificate.NotAfter.ToUniversalTime();
        believed[thumbprint] = (identity, end < now + For ? end : now + For);
        return identity;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach ((string thumbprint, (_, DateTimeOffset until)) in believed)
        {
            if (until <= now)
            {
                believed.TryRemove(thumbprint, out _);
            }
        }
    }
}
