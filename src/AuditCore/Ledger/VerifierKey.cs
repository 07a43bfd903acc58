using System.Globalization;
using NSec.Cryptography;

namespace AuditCore.Ledger;

/// <summary>A public key by which notes are checked, as C2SP <c>signed-note</c> writes them: <c>name+id+base64(0x01 ‖ public key)</c>.</summary>
public sealed record VerifierKey
{
    private const int Parts = 3;
    private const int IdDigits = 8;

    private readonly PublicKey key;

    internal VerifierKey(string name, PublicKey key)
    {
        Name = name;
        this.key = key;
        Id = KeyId.Of(name, key.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>Name of the key; of a log's key the log's origin.</summary>
    public string Name { get; }

    /// <summary>Tells keys of one name apart.</summary>
    public uint Id { get; }

    /// <summary>Reads a key.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is no Ed25519 verifier key; the message says why.</exception>
    public static VerifierKey Parse(string text)
    {
        // Base64 can hold plus signs too.
        string[] parts = text.Split('+', Parts);
        if (parts.Length != Parts || !StrictText.IsKeyName(parts[0]))
        {
            throw new FormatException("A verifier key is name+id+key, its name without white space.");
        }

        byte[] typed = StrictText.Base64("key", parts[2]);
        if (typed.Length != 1 + TreeHash.Bytes || typed[0] != KeyId.Ed25519 ||
            !PublicKey.TryImport(SignatureAlgorithm.Ed25519, typed.AsSpan(1), KeyBlobFormat.RawPublicKey, out PublicKey? key))
        {
            throw new FormatException("The key is not an Ed25519 public key.");
        }

        var verifier = new VerifierKey(parts[0], key!);
        return parts[1] == verifier.IdText
            ? verifier
            : throw new FormatException($"The key's id is {verifier.IdText}, not '{parts[1]}': {IdDigits} lower-case hexadecimal digits.");
    }

    /// <summary>The text.</summary>
    public override string ToString() =>
        $"{Name}+{IdText}+{Convert.ToBase64String([KeyId.Ed25519, .. key.Export(KeyBlobFormat.RawPublicKey)])}";

    internal bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureAlgorithm.Ed25519.SignatureSize && SignatureAlgorithm.Ed25519.Verify(key, text, signature);

    private string IdText => Id.ToString("x8", CultureInfo.InvariantCulture);
}
