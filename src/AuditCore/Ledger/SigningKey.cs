using NSec.Cryptography;

namespace AuditCore.Ledger;

/// <summary>
/// A private key that signs notes, Ed25519. Its text is that of Go's <c>note</c> package, so that its tools can use it:
/// <c>PRIVATE+KEY+name+id+base64(0x01 ‖ seed)</c>.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";
    private const int SeedBytes = 32;

    private readonly Key key;

    private SigningKey(string name, Key key)
    {
        this.key = key;
        Verifier = new VerifierKey(name, key.PublicKey);
    }

    /// <summary>The key by which its signatures are checked.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>A new key.</summary>
    /// <param name="name">Its name, not empty, without white space or plus signs.</param>
    /// <exception cref="FormatException">The name is none.</exception>
    public static SigningKey Create(string name) => StrictText.IsKeyName(name)
        ? new SigningKey(name, Key.Create(SignatureAlgorithm.Ed25519, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport }))
        : throw new FormatException($"'{name}' is no name of a key: it is empty, or holds white space or a plus sign.");

    /// <summary>Reads a key.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is no Ed25519 signing key; the message says why, and repeats nothing of it.</exception>
    public static SigningKey Parse(string text)
    {
        string[] parts = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..].Split('+', 3) : [];
        if (parts.Length != 3 || !StrictText.IsKeyName(parts[0]))
        {
            throw new FormatException($"A signing key is {Prefix}name+id+key, its name without white space.");
        }

        byte[] typed = StrictText.Base64("key", parts[2]);
        if (typed.Length != 1 + SeedBytes || typed[0] != KeyId.Ed25519 ||
            !Key.TryImport(SignatureAlgorithm.Ed25519, typed.AsSpan(1), KeyBlobFormat.RawPrivateKey, out Key? key))
        {
            throw new FormatException("The key is not an Ed25519 private key.");
        }

        var signing = new SigningKey(parts[0], key!);
        if (signing.Verifier.ToString().Split('+')[1] == parts[1])
        {
            return signing;
        }

        signing.Dispose();
        throw new FormatException("The key's id is not that of its name and key.");
    }

    /// <summary>The text of a key that was made here: whoever has it can sign.</summary>
    /// <exception cref="InvalidOperationException">The key was read, and stays where it was read from.</exception>
    public string Export() =>
        $"{Prefix}{Verifier.Name}+{Verifier.ToString().Split('+')[1]}+{Convert.ToBase64String([KeyId.Ed25519, .. key.Export(KeyBlobFormat.RawPrivateKey)])}";

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    internal byte[] Sign(ReadOnlySpan<byte> text) => SignatureAlgorithm.Ed25519.Sign(key, text);
}
