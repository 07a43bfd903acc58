using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuditServer.Security.Certificates;

/// <summary>Distinguished names, compared in one spelling.</summary>
internal static class CertificateName
{
    /// <summary>The name in one spelling; null when the text is none.</summary>
    public static string? Parse(string text)
    {
        try
        {
            return Spelling(new X500DistinguishedName(text, X500DistinguishedNameFlags.None));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A certificate's subject in that spelling.</summary>
    public static string Of(X509Certificate2 certificate) => Spelling(certificate.SubjectName);

    private static string Spelling(X500DistinguishedName name) => name.Decode(X500DistinguishedNameFlags.None);
}
