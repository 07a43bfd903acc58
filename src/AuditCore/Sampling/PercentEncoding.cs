using System.Buffers;
using System.Globalization;
using System.Text;

namespace AuditCore.Sampling;

/// <summary>RFC 3986 percent-encoding of UTF-8 in one canonical form: unreserved characters stay, all other bytes are %XX in upper case.</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>Whether the text has no unpaired surrogate.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int used) != OperationStatus.Done)
                return false;
            text = text[used..];
        }
        return true;
    }

    /// <summary>Encodes well-formed text.</summary>
    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Unreserved))
            return text;
        StringBuilder encoded = new(text.Length + 16);
        foreach (byte b in Strict.GetBytes(text))
        {
            if (Unreserved.Contains((char)b))
                encoded.Append((char)b);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
        return encoded.ToString();
    }

    /// <summary>How many characters <see cref="Encode"/> gives.</summary>
    public static int EncodedLength(string text)
    {
        int unreserved = 0;
        foreach (char c in text)
            unreserved += Unreserved.Contains(c) ? 1 : 0;
        return unreserved + (3 * (Encoding.UTF8.GetByteCount(text) - unreserved));
    }

    /// <summary>Decodes; null unless the text is what <see cref="Encode"/> gives for the result.</summary>
    public static string? TryDecode(string text)
    {
        byte[] bytes = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
                bytes[length++] = text[i] < 128 ? (byte)text[i] : (byte)0;
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[length]))
                (length, i) = (length + 1, i + 2);
            else
                return null;
        }
        try
        {
            string plain = Strict.GetString(bytes, 0, length);
            return Encode(plain) == text ? plain : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
