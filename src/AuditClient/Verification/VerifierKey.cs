using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace CrimeAudit.Client;

/// <summary>
/// The public half of a log's signing key, as C2SP's signed-note writes it: <c>name+hash+base64</c>, the hash being the first 4 bytes of
/// SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key) in hex, and base64 of 0x01 ‖ key. Whoever holds it can check every proof of the log.
/// </summary>
public sealed class VerifierKey
{
    private const byte Ed25519Type = 1;
    private const int PublicBytes = 32;

    private readonly PublicKey key;

    private VerifierKey(string text, string name, uint id, PublicKey key)
    {
        (Text, Name, Id) = (text, name, id);
        this.key = key;
    }

    /// <summary>The key as it was written.</summary>
    public string Text { get; }

    /// <summary>Name of the key: the origin of the log.</summary>
    public string Name { get; }

    /// <summary>The 4 bytes that tell keys of one name apart.</summary>
    internal uint Id { get; }

    /// <summary>Reads a key.</summary>
    /// <param name="text">The key, <c>name+hash+base64</c>.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ProofRejectedException">It is no such key (<see cref="ProofFault.KeyMalformed"/>).</exception>
    public static VerifierKey Parse(string text)
    {
        string[] parts = text.Split('+', 3);
        if (parts.Length != 3 || !IsName(parts[0]))
        {
            throw Malformed("A verifier key is name+hash+base64.");
        }

        if (CanonicalText.Base64(parts[2]) is not { Length: 1 + PublicBytes } typed || typed[0] != Ed25519Type)
        {
            throw Malformed("A verifier key ends with the base64 of 0x01 and the 32 bytes of an Ed25519 key.");
        }

        uint id = IdOf(parts[0], typed);
        if (parts[1] != id.ToString("x8", CultureInfo.InvariantCulture))
        {
            throw Malformed("The hash in the verifier key is not that of its name and key.");
        }

        return PublicKey.TryImport(SignatureAlgorithm.Ed25519, typed.AsSpan(1), KeyBlobFormat.RawPublicKey, out PublicKey? key)
            ? new VerifierKey(text, parts[0], id, key!)
            : throw Malformed("The bytes in the verifier key are no Ed25519 key.");
    }

    /// <summary>The key as it was written.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    /// <summary>Whether a name can be that of a key: no space and no plus sign, which end it.</summary>
    internal static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    internal bool HasSigned(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) => SignatureAlgorithm.Ed25519.Verify(key, text, signature);

    private static uint IdOf(string name, byte[] typedKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. typedKey]));

    private static ProofRejectedException Malformed(string message) => new(ProofFault.KeyMalformed, message);
}
