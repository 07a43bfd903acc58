using System.Globalization;
using System.Text;

namespace AuditCore.Ledger;

/// <summary>Reads what the texts of proofs are made of, each value in one form only.</summary>
internal static class StrictText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Canonical base64: of the standard alphabet, padded, no white space, no stray bits.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static byte[] Base64(string what, string text)
    {
        byte[] bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out int length) && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length]
            : throw new FormatException($"The {what} is not canonical base64.");
    }

    /// <summary>A hash in canonical base64.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static byte[] Hash(string what, string text) => Base64(what, text) is { Length: TreeHash.Bytes } hash
        ? hash
        : throw new FormatException($"The {what} is not a hash of {TreeHash.Bytes} bytes.");

    /// <summary>A decimal below 2^63 without sign or leading zeros.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static long Number(string what, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && (text[0] != '0' || text.Length == 1)
            ? value
            : throw new FormatException($"The {what} is not a decimal number below 2^63 without leading zeros.");

    /// <summary>The UTF-8 of a text.</summary>
    /// <exception cref="FormatException">It is not well-formed Unicode.</exception>
    public static byte[] Utf8(string text)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException wrong)
        {
            throw new FormatException("The text is not well-formed Unicode.", wrong);
        }
    }

    /// <summary>The lines of a text, each ended by a line feed.</summary>
    /// <exception cref="FormatException">The last is not.</exception>
    public static string[] Lines(string what, string text) => text.EndsWith('\n')
        ? text[..^1].Split('\n')
        : throw new FormatException($"The {what} does not end with a line feed.");

    /// <summary>Whether a text can be the name of a key: not empty, no white space, no plus sign, no control character.</summary>
    public static bool IsKeyName(string name) =>
        name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');
}
