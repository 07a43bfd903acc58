using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AuditServer.Security;

namespace AuditServer.Hosting;

/// <summary>The server's certificate, from its two files.</summary>
/// <param name="Certificate">With its private key.</param>
/// <param name="Chain">The certificates behind it in its file.</param>
internal sealed record ServerCertificate(X509Certificate2 Certificate, X509Certificate2Collection Chain)
{
    private const string CertificateSetting = $"{TlsOptions.Section}:{nameof(TlsOptions.CertificateFile)}";
    private const string KeySetting = $"{TlsOptions.Section}:{nameof(TlsOptions.KeyFile)}";

    /// <summary>Reads it.</summary>
    /// <exception cref="StartRefusedException">A file cannot be read, others have access to the key, or the two do not belong together.</exception>
    public static ServerCertificate Load(TlsOptions options)
    {
        string certificate = ReadCertificate(options.CertificateFile);
        string key = PrivateFile.Read(options.KeyFile, KeySetting, "chmod 600 it");
        try
        {
            using var withKey = X509Certificate2.CreateFromPem(certificate, key);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(certificate);
            // Read anew as a file with a password would be: some platforms serve no key that lives in memory alone.
            return new ServerCertificate(X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null), chain);
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            throw new StartRefusedException(
                $"{CertificateSetting}: '{options.CertificateFile}' and the key of {KeySetting}, '{options.KeyFile}', are no certificate and its key in PEM: {wrong.Message}",
                wrong);
        }
    }

    private static string ReadCertificate(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{CertificateSetting}: '{path}' cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
