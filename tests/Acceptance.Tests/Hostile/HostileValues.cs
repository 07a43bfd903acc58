using System.Globalization;
using System.Text;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>Values that nobody honest sends: the ends of every type and past them, and texts that break those who trust them.</summary>
internal sealed class HostileValues(SeenValues seen)
{
    /// <summary>Rarely, a text is so long.</summary>
    private const int HugeText = 300_000;

    private static readonly string[] Texts =
    [
        "", " ", "\0", "a\0b", "\u0001\u001b[31m", "\u007f\u0085\u2028\u2029", "\u202eabc\u202c", "\u2066a\u2069", "\ufeff\u200b\u200d", "\uffff\ufffe",
        "\U0001f469\u200d\U0001f469\u200d\U0001f467", "e" + new string('\u0301', 400), "\u0130\u0131\u212a\u017f\u00df", "１２／３", "kent ", " kent", "KENT", "kent\t",
        "'; DROP TABLE entries; --", "\" OR 1=1", "%", "_", "[a-z]", "%00", "%2e%2e%2f", "../../../etc/passwd", "a/b/c", "//", "\\", "\r\ngrpc-status: 0",
        "{0}{1}", "${jndi:x}", "<script>", "null", "NaN", "Infinity", "-0", "1e400", "99999999999999999999999999", "0x10", "१२",
        "0000-00-00", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2018-02-30", "2018-13", "0000-00", "0001-01", "9999-12", "-001-01", "2018-1", "2018-W01",
        "AAAA", "====", "_-_-", "#internal", "audit/", "audit:", "log:", "presumed:rape", "100/01", "999/99", "0", "-1",
    ];

    private static readonly long[] Numbers =
    [
        0, -1, 1, 2, int.MaxValue, int.MinValue, (long)int.MaxValue + 1, (long)int.MinValue - 1, uint.MaxValue, long.MaxValue, long.MinValue, long.MaxValue - 1,
        1L << 53, 1L << 62, 1_000, 1_001, -62_135_596_800, -62_135_596_801, 253_402_300_799, 253_402_300_800, 999_999_999, 1_000_000_000, 315_576_000_000, 315_576_000_001,
    ];

    private static readonly double[] Decimals =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, -0.0, 0, 1, -1, 1 + 1e-15,
        1 - 1e-16, 1e-300, 1e300, 100,
    ];

    private static readonly byte[][] NoText = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0x61, 0xe2, 0x82]];

    /// <summary>A value of a field that is no message.</summary>
    public object Of(FieldDescriptor field, Random random) => field.FieldType switch
    {
        FieldType.String => random.Next(30) == 0 ? NoText[random.Next(NoText.Length)] : Text(field.Name, random),
        FieldType.Bytes => Bytes(field.Name, random),
        FieldType.Bool => true,
        FieldType.Double or FieldType.Float => Decimals[random.Next(Decimals.Length)],
        FieldType.Enum => random.Next(3) == 0 ? 77 : (long)(int)Numbers[random.Next(Numbers.Length)],
        _ => Numbers[random.Next(Numbers.Length)],
    };

    private string Text(string name, Random random) => random.Next(24) switch
    {
        0 => new string((char)random.Next(32, 0xd7ff), random.Next(1, 3_000)),
        1 => new string('%', random.Next(20) == 0 ? HugeText : 65),
        < 6 when seen.Find<string>(name, random) is { } known => Mangled(known, random),
        < 8 => random.Next().ToString(CultureInfo.InvariantCulture),
        _ => Texts[random.Next(Texts.Length)],
    };

    /// <summary>Something that was right once: cut, longer, doubled, of another case, or with another character in it.</summary>
    private static string Mangled(string known, Random random)
    {
        int at = random.Next(known.Length);
        return random.Next(6) switch
        {
            0 => known[..at],
            1 => known + (char)random.Next(32, 127),
            2 => known + known,
            3 => known.ToUpperInvariant(),
            4 => known + "\0",
            _ => new StringBuilder(known) { [at] = (char)random.Next(32, 127) }.ToString(),
        };
    }

    private byte[] Bytes(string name, Random random)
    {
        byte[] bytes = seen.Find<byte[]>(name, random)?.ToArray() ?? new byte[random.Next(40)];
        if (bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return random.Next(3) switch
        {
            0 => [],
            1 => [.. bytes, .. new byte[random.Next(20) == 0 ? HugeText : 1]],
            _ => bytes,
        };
    }
}
