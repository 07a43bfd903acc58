using System.Security.Cryptography;

namespace AuditServer.Sequencing;

/// <summary>Salts from the operating system's generator, many drawn at once: each call to it costs more than hashing an entry.</summary>
internal sealed class RandomSalts : ISaltSource
{
    private const int Length = 16;

    private readonly Lock gate = new();
    private readonly byte[] drawn = new byte[256 * Length];
    private int given;

    public byte[] Next()
    {
        lock (gate)
        {
            if (given == 0)
            {
                RandomNumberGenerator.Fill(drawn);
            }

            Span<byte> salt = drawn.AsSpan(given, Length);
            byte[] next = salt.ToArray();
            // What was given is nobody's to read here any more.
            salt.Clear();
            given = (given + Length) % drawn.Length;
            return next;
        }
    }
}
