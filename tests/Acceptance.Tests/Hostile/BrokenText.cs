using System.Text;

namespace Acceptance.Tests.Hostile;

/// <summary>Breaks a body of JSON in ways that a sender of bytes can.</summary>
internal static class BrokenText
{
    private const int Deep = 60_000;
    private const int Huge = 5 * 1024 * 1024;

    private static readonly Func<string, Random, string>[] Ways =
    [
        (text, random) => text[..random.Next(text.Length)],
        (text, _) => text + text,
        (text, _) => text + "}",
        (text, _) => "/* */" + text,
        (text, _) => text.Replace("\"", "'", StringComparison.Ordinal),
        (text, _) => text.Replace(":", ":,", StringComparison.Ordinal),
        (text, _) => text.Insert(1, "\"noSuchField\": {\"a\": [1, null]}, "),
        (text, _) => text.Insert(1, "\"@type\": \"type.googleapis.com/google.protobuf.Any\", "),
        (text, _) => text.Replace("{", "{\"\": 1,", StringComparison.Ordinal),
        (_, random) => new string('[', random.Next(50, Deep)),
        (_, random) => string.Concat(Enumerable.Repeat("{\"update\":", random.Next(50, 5_000))),
        (_, random) => string.Concat(Enumerable.Repeat("{\"a\":[", random.Next(50, 5_000))),
        (text, _) => text.Replace("\"kent\"", "1e999999", StringComparison.Ordinal),
        (text, _) => text.Replace("\"kent\"", "null", StringComparison.Ordinal),
        (text, _) => text.Replace("\"kent\"", "[\"kent\"]", StringComparison.Ordinal),
        (text, _) => text.Replace("\"kent\"", "{\"kent\": true}", StringComparison.Ordinal),
        (text, _) => text.Replace("kent", "\\u0000\\ud800\\udc00\\udfff", StringComparison.Ordinal),
        (_, _) => "",
        (_, _) => "null",
        (_, _) => "[]",
        (_, _) => "\"kent\"",
        (_, _) => "-",
        (_, _) => "{\"a\"",
        (_, _) => "true",
    ];

    /// <summary>Bytes of a text broken in one of the ways; rarely no UTF-8, or more of them than the server takes.</summary>
    public static byte[] Of(string text, Random random) => random.Next(60) switch
    {
        0 => [.. Encoding.UTF8.GetBytes(text), .. Encoding.UTF8.GetBytes(new string(' ', Huge))],
        1 => [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(text)],
        2 => [.. Encoding.UTF8.GetBytes(text)[..^1], 0xff, 0x7d],
        3 => Encoding.Unicode.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(Ways[random.Next(Ways.Length)](text, random)),
    };
}
