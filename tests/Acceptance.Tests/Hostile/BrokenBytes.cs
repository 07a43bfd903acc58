namespace Acceptance.Tests.Hostile;

/// <summary>Breaks the bytes of a message in ways that a sender of bytes can.</summary>
internal static class BrokenBytes
{
    // Start of a group, field 1; the library reads a hundred levels.
    private const byte GroupStart = 0x0b;
    private const int Deep = 50_000;

    private const int Huge = 5 * 1024 * 1024;

    private static readonly Func<byte[], Random, byte[]>[] Ways =
    [
        (bytes, random) => bytes[..random.Next(bytes.Length + 1)],
        (bytes, random) => Flipped(bytes, random, 1),
        (bytes, random) => Flipped(bytes, random, 8),
        (bytes, _) => [.. bytes, .. bytes],
        (bytes, random) => [.. bytes, .. Noise(random, 40)],
        (_, random) => Noise(random, 300),
        // A field that this contract does not know, before and after.
        (bytes, _) => [0x9a, 0x7d, 0x03, 1, 2, 3, .. bytes],
        (bytes, _) => [.. bytes, 0x98, 0x7d, 0x01],
        // Lengths that end past the message, and past every message; a number of more than ten bytes; tag zero; an end without a beginning.
        (bytes, _) => [.. bytes, 0x0a, 0x7f],
        (bytes, _) => [.. bytes, 0x0a, 0xff, 0xff, 0xff, 0xff, 0x07],
        (bytes, _) => [.. bytes, 0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f],
        (bytes, _) => [.. bytes, 0x08, .. Enumerable.Repeat((byte)0xff, 11)],
        (bytes, _) => [.. bytes, 0x00, 0x00],
        (bytes, _) => [.. bytes, 0x0c],
        (bytes, _) => [.. bytes, 0x0f, 0x07],
        (_, random) => [.. Enumerable.Repeat(GroupStart, random.Next(90, Deep))],
        (_, random) => Nested(random.Next(90, 4_000)),
    ];

    /// <summary>Bytes broken in one of the ways; rarely, more of them than the server takes.</summary>
    public static byte[] Of(byte[] bytes, Random random) =>
        random.Next(120) == 0 ? [.. bytes, .. new byte[Huge]] : Ways[random.Next(Ways.Length)](bytes, random);

    private static byte[] Flipped(byte[] bytes, Random random, int times)
    {
        byte[] flipped = [.. bytes];
        for (int i = 0; i < times && bytes.Length > 0; i++)
        {
            flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return flipped;
    }

    private static byte[] Noise(Random random, int most)
    {
        byte[] noise = new byte[random.Next(most)];
        random.NextBytes(noise);
        return noise;
    }

    /// <summary>A message in a message in a message: field 1 of each, as deep as asked.</summary>
    private static byte[] Nested(int depth)
    {
        var bytes = new List<byte>();
        for (int i = 0; i < depth; i++)
        {
            int length = bytes.Count;
            List<byte> head = [0x0a];
            for (; length > 0x7f; length >>= 7)
            {
                head.Add((byte)(length | 0x80));
            }

            head.Add((byte)length);
            bytes.InsertRange(0, head);
        }

        return [.. bytes];
    }
}
