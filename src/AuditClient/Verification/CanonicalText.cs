using System.Globalization;

namespace CrimeAudit.Client;

/// <summary>
/// Numbers and hashes of texts that are compared byte by byte: each value has one spelling, and any other is refused, or two
/// texts could stand for one proof.
/// </summary>
internal static class CanonicalText
{
    public const int HashBytes = 32;

    /// <summary>A whole number from 0 to 2⁶³ - 1 in decimals, without sign, space and leading zeros.</summary>
    public static long Number(ReadOnlySpan<char> text, string what)
    {
        bool decimals = text.Length > 0 && text.IndexOfAnyExceptInRange('0', '9') < 0 && (text[0] != '0' || text.Length == 1);
        return decimals && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new ProofRejectedException(ProofFault.NumberNotCanonical, $"The {what} is not written as canonical decimals below 2^63.");
    }

    /// <summary>A hash in base64 of RFC 4648, §4, padded, its spare bits zero.</summary>
    public static byte[] Hash(string text, string what) =>
        Base64(text) is { Length: HashBytes } hash
            ? hash
            : throw new ProofRejectedException(ProofFault.HashNotCanonical, $"The {what} is not the canonical base64 of {HashBytes} bytes.");

    /// <summary>The bytes of a canonical base64 text; null if it is none.</summary>
    public static byte[]? Base64(string text)
    {
        // The decoder forgives white space and spare bits; only the spelling that the bytes give again is canonical.
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length]
            : null;
    }
}
