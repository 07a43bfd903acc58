using System.Globalization;
using System.Text;

namespace AuditCore.Ledger;

/// <summary>
/// What an entry is in the Merkle tree of the log: a short canonical text, so that a proof can be read and checked with nothing but
/// SHA-256.
/// </summary>
/// <remarks>
/// Seven lines of UTF-8, each ended by a line feed, in this order:
/// <list type="number">
/// <item><description><c>crimeaudit-leaf/1</c></description></item>
/// <item><description>the force's slug</description></item>
/// <item><description>the sending system</description></item>
/// <item><description>the request id</description></item>
/// <item><description>the kind: <c>incident</c>, <c>audit</c>, <c>volumes</c>, <c>redaction</c> or <c>access</c></description></item>
/// <item><description>when the entry was accepted: whole microseconds since 1970 UTC in decimal, without sign or leading zeros</description></item>
/// <item><description>SHA-256(salt ‖ stored bytes) in canonical base64</description></item>
/// </list>
/// No component holds a control character, so none can pass for another one's line. The index is not part of it: the place in the tree
/// says it.
/// </remarks>
public static class LeafText
{
    private const string Version = "crimeaudit-leaf/1";
    private const int DigestBytes = 32;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The leaf text of an entry.</summary>
    /// <param name="force">Slug of the force, or what stands in its place.</param>
    /// <param name="sourceSystem">The sending system.</param>
    /// <param name="requestId">The request id.</param>
    /// <param name="kind">The kind's name.</param>
    /// <param name="acceptedMicros">Accepted time, µs since 1970 UTC, at least 0.</param>
    /// <param name="digest">SHA-256(salt ‖ stored bytes), 32 bytes.</param>
    /// <returns>The text's bytes.</returns>
    /// <exception cref="ArgumentException">A component is empty, holds a control character or is not well-formed Unicode, or the digest has not 32 bytes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time lies before 1970.</exception>
    public static byte[] Of(string force, string sourceSystem, string requestId, string kind, long acceptedMicros, ReadOnlySpan<byte> digest)
    {
        Require("force", force);
        Require("source_system", sourceSystem);
        Require("request_id", requestId);
        Require("kind", kind);
        ArgumentOutOfRangeException.ThrowIfNegative(acceptedMicros);
        if (digest.Length != DigestBytes)
            throw new ArgumentException($"A digest has {DigestBytes} bytes, not {digest.Length}.", nameof(digest));
        return Strict.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{Version}\n{force}\n{sourceSystem}\n{requestId}\n{kind}\n{acceptedMicros}\n{Convert.ToBase64String(digest)}\n"));
    }

    private static void Require(string name, string component)
    {
        if (string.IsNullOrEmpty(component))
            throw new ArgumentException($"{name} is empty");
        foreach (char c in component)
        {
            if (char.IsControl(c))
                throw new ArgumentException($"{name} holds a control character");
        }
    }
}
