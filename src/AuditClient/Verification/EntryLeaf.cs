using System.Security.Cryptography;
using System.Text;

namespace CrimeAudit.Client;

/// <summary>The leaf text of an entry, read line by line: <c>crimeaudit-leaf/1</c>, and six lines each ended by a line feed.</summary>
/// <param name="Force">Slug of the force.</param>
/// <param name="SourceSystem">The sending system.</param>
/// <param name="RequestId">The request id.</param>
/// <param name="Kind">What the entry is.</param>
/// <param name="AcceptedMicros">When it was accepted, µs since 1970 UTC.</param>
/// <param name="Digest">SHA-256(salt ‖ stored bytes).</param>
public sealed record EntryLeaf(string Force, string SourceSystem, string RequestId, string Kind, long AcceptedMicros, ReadOnlyMemory<byte> Digest)
{
    /// <summary>The end of the year 9999, beyond which no time is written.</summary>
    internal const long LastMicros = 253_402_300_799_999_999;

    private const string Version = "crimeaudit-leaf/1";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>When the entry was accepted.</summary>
    public DateTimeOffset AcceptedTime => DateTimeOffset.UnixEpoch.AddTicks(checked(AcceptedMicros * TimeSpan.TicksPerMicrosecond));

    /// <summary>Reads a leaf.</summary>
    /// <param name="leaf">Its bytes.</param>
    /// <returns>What it says; the digest is not yet compared with anything.</returns>
    /// <exception cref="ProofRejectedException">It is none.</exception>
    public static EntryLeaf Parse(ReadOnlySpan<byte> leaf)
    {
        string[] lines;
        try
        {
            lines = Strict.GetString(leaf).Split('\n');
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("A leaf is not well-formed UTF-8.");
        }

        if (lines.Length != 8 || lines[0] != Version || lines[7].Length > 0)
        {
            throw Malformed($"A leaf has seven lines, the first of which is {Version}.");
        }

        long accepted = CanonicalText.Number(lines[5], "accepted time");
        if (accepted > LastMicros)
        {
            throw Malformed("The accepted time of a leaf lies beyond the year 9999.");
        }

        return lines[1..5].All(l => l.Length > 0 && !l.Any(char.IsControl))
            ? new EntryLeaf(lines[1], lines[2], lines[3], lines[4], accepted, CanonicalText.Hash(lines[6], "digest"))
            : throw Malformed("A line of a leaf is empty or holds a control character.");
    }

    /// <summary>Requires that the digest is that of salt and stored bytes.</summary>
    /// <param name="salt">The salt.</param>
    /// <param name="storedBytes">What the entry holds, as stored.</param>
    /// <exception cref="ProofRejectedException">It is not.</exception>
    public void RequireDigestOf(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> storedBytes)
    {
        if (!SHA256.HashData([.. salt, .. storedBytes]).AsSpan().SequenceEqual(Digest.Span))
        {
            throw new ProofRejectedException(ProofFault.DigestDiffers, "The leaf's digest is not that of the salt and the stored bytes.");
        }
    }

    private static ProofRejectedException Malformed(string message) => new(ProofFault.LeafMalformed, message);
}
