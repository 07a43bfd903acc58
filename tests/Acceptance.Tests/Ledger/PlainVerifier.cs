using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrimeAudit.V1;
using NSec.Cryptography;
using PublicKey = NSec.Cryptography.PublicKey;

namespace Acceptance.Tests.Ledger;

/// <summary>What somebody checks who has a receipt, a verifier key and the specifications, with code that shares nothing with the product.</summary>
internal static class PlainVerifier
{
    /// <summary>The root over leaf texts, by the recursion of RFC 6962, section 2.1.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length < 2)
        {
            return leaves.Length == 0 ? SHA256.HashData([]) : Leaf(leaves[0]);
        }

        int half = 1;
        while (half * 2 < leaves.Length)
        {
            half *= 2;
        }

        return Node(Root(leaves[..half]), Root(leaves[half..]));
    }

    /// <summary>The size and root of a checkpoint, once its signature is checked.</summary>
    public static (long Size, byte[] Root) Open(string note, string verifierKey)
    {
        int end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        string text = note[..(end + 1)];
        string name = verifierKey.Split('+', 3)[0];
        byte[] key = Convert.FromBase64String(verifierKey.Split('+', 3)[2])[1..];
        byte[] id = SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 10, 1, .. key])[..4];
        Assert.Equal(BinaryPrimitives.ReadUInt32BigEndian(id).ToString("x8", CultureInfo.InvariantCulture), verifierKey.Split('+', 3)[1]);
        byte[] signature = note[(end + 2)..].Split('\n')
            .Where(line => line.StartsWith($"— {name} ", StringComparison.Ordinal))
            .Select(line => Convert.FromBase64String(line[$"— {name} ".Length..]))
            .Single(bytes => bytes.AsSpan(0, 4).SequenceEqual(id))[4..];
        var publicKey = PublicKey.Import(SignatureAlgorithm.Ed25519, key, KeyBlobFormat.RawPublicKey);
        Assert.True(SignatureAlgorithm.Ed25519.Verify(publicKey, Encoding.UTF8.GetBytes(text), signature), "The signature is wrong.");
        string[] lines = text.Split('\n');
        Assert.Equal((name, 4), (lines[0], lines.Length));
        return (long.Parse(lines[1], CultureInfo.InvariantCulture), Convert.FromBase64String(lines[2]));
    }

    /// <summary>Checks a receipt in the text that is kept of it: signature, path, and that it is of this leaf text.</summary>
    /// <returns>The index of the entry.</returns>
    public static long Check(string tlogProof, byte[] leafText, string verifierKey)
    {
        int end = tlogProof.IndexOf("\n\n", StringComparison.Ordinal);
        string[] lines = tlogProof[..end].Split('\n');
        Assert.Equal("c2sp.org/tlog-proof@v1", lines[0]);
        Assert.Equal($"extra {Convert.ToBase64String(leafText)}", lines[1]);
        long index = long.Parse(lines[2]["index ".Length..], CultureInfo.InvariantCulture);
        (long size, byte[] root) = Open(tlogProof[(end + 2)..], verifierKey);
        Assert.Equal(root, RootOfPath(leafText, index, size, new Queue<byte[]>(lines[3..].Reverse().Select(Convert.FromBase64String))));
        return index;
    }

    /// <summary>Checks the parts of a proof: the path against the checkpoint, and the leaf's digest against salt and stored bytes.</summary>
    public static void Check(EntryProof proof, long index, string verifierKey)
    {
        byte[] leaf = proof.LeafText.ToByteArray();
        (long size, byte[] root) = Open(proof.Checkpoint, verifierKey);
        Assert.Equal(root, RootOfPath(leaf, index, size, new Queue<byte[]>(proof.InclusionPath.Reverse().Select(p => p.ToByteArray()))));
        byte[] digest = SHA256.HashData([.. proof.Salt, .. proof.StoredBytes]);
        Assert.EndsWith($"\n{Convert.ToBase64String(digest)}\n", Encoding.UTF8.GetString(leaf), StringComparison.Ordinal);
    }

    /// <summary>The root that a path leads to, from the root's children down.</summary>
    public static byte[] RootOfPath(byte[] leafText, long index, long size, Queue<byte[]> downwards)
    {
        if (size == 1)
        {
            Assert.Empty(downwards);
            return Leaf(leafText);
        }

        long half = 1;
        while (half * 2 < size)
        {
            half *= 2;
        }

        byte[] other = downwards.Dequeue();
        return index < half
            ? Node(RootOfPath(leafText, index, half, downwards), other)
            : Node(other, RootOfPath(leafText, index - half, size - half, downwards));
    }

    private static byte[] Leaf(byte[] leaf) => SHA256.HashData([0, .. leaf]);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
