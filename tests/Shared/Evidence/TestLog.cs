using System.Security.Cryptography;
using System.Text;
using CrimeAudit.Client;
using NSec.Cryptography;

namespace Tests.Shared.Evidence;

/// <summary>A log with a fixed key that signs what it is told to: honest logs and forged ones.</summary>
internal sealed class TestLog
{
    public const string Origin = "audit.example/log";

    private readonly Key key;

    public TestLog(string name = Origin, byte seed = 1)
    {
        Name = name;
        key = Key.Import(SignatureAlgorithm.Ed25519, [.. Enumerable.Repeat(seed, 32)], KeyBlobFormat.RawPrivateKey);
        byte[] typed = [1, .. key.PublicKey.Export(KeyBlobFormat.RawPublicKey)];
        Id = SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. typed])[..4];
        VerifierKey = $"{name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String(typed)}";
    }

    public string Name { get; }

    public byte[] Id { get; }

    public string VerifierKey { get; }

    public TrustedLog Trusted => new(CrimeAudit.Client.VerifierKey.Parse(VerifierKey));

    public static string Text(long size, byte[] root, string origin = Origin) => $"{origin}\n{size}\n{Convert.ToBase64String(root)}\n";

    public string Sign(string text) => $"{text}\n{Line(text)}\n";

    public string Line(string text) =>
        $"\u2014 {Name} {Convert.ToBase64String([.. Id, .. SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(text))])}";

    public string Note(long size, byte[] root) => Sign(Text(size, root));

    public LogCheckpoint Checkpoint(PlainTree tree, int size) => Trusted.Open(Note(size, tree.Root(size)));
}
