using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuditServer.Tests.Support;

/// <summary>An authority made for a test, and the certificates that it issues.</summary>
internal sealed class TestAuthority : IDisposable
{
    private const string ForServers = "1.3.6.1.5.5.7.3.1";
    private const string ForClients = "1.3.6.1.5.5.7.3.2";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private byte serial;

    public TestAuthority(string name)
    {
        var wanted = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        wanted.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        wanted.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        Certificate = wanted.CreateSelfSigned(ServerUnderTest.Start.AddYears(-20), ServerUnderTest.Start.AddYears(20));
    }

    /// <summary>Its own certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>A certificate of a server on this machine, good by the clock of the machine: a client looks at that.</summary>
    public X509Certificate2 Server()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        return Issue("CN=crimeaudit.test", ForServers, DateTimeOffset.UtcNow.AddDays(1), names.Build());
    }

    /// <summary>A client's certificate, good by the clock of <see cref="ServerUnderTest"/>.</summary>
    /// <param name="subject">Its subject.</param>
    /// <param name="dnsName">Its alternative name; null: it has none.</param>
    /// <param name="validFor">How long it is good from the start of the server's clock on. Default a day.</param>
    /// <param name="more">Further extensions.</param>
    public X509Certificate2 Client(string subject, string? dnsName = null, TimeSpan? validFor = null, params X509Extension[] more)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(dnsName ?? "none.example");
        X509Extension[] extensions = dnsName is null ? more : [names.Build(), .. more];
        return Issue(subject, ForClients, ServerUnderTest.Start + (validFor ?? TimeSpan.FromDays(1)), extensions);
    }

    /// <summary>Writes a certificate and its key as two files of PEM, the key for its owner alone.</summary>
    public static (string Certificate, string Key) Write(X509Certificate2 certificate, DirectoryInfo folder, string name)
    {
        string file = Path.Combine(folder.FullName, $"{name}.pem");
        string keyFile = Path.Combine(folder.FullName, $"{name}.key");
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, certificate.GetECDsaPrivateKey()?.ExportPkcs8PrivateKeyPem() ?? "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return (file, keyFile);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        key.Dispose();
    }

    private X509Certificate2 Issue(string subject, string use, DateTimeOffset end, params X509Extension[] more)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var wanted = new CertificateRequest(new X500DistinguishedName(subject), own, HashAlgorithmName.SHA256);
        wanted.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        wanted.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], critical: false));
        foreach (X509Extension extension in more)
        {
            wanted.CertificateExtensions.Add(extension);
        }

        using X509Certificate2 issued = wanted.Create(Certificate, end.AddDays(-2), end, [1, ++serial]);
        using X509Certificate2 withKey = issued.CopyWithPrivateKey(own);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null, X509KeyStorageFlags.Exportable);
    }
}
