using System.Security.Cryptography;

namespace AuditCore.Ledger;

/// <summary>
/// The root of an RFC 6962 Merkle tree, one leaf at a time: memory grows with the logarithm of the leaves, and nothing but the root comes
/// out. Leaf hashes are SHA-256(0x00 ‖ leaf), node hashes SHA-256(0x01 ‖ left ‖ right), the empty tree is SHA-256 of nothing (RFC 6962,
/// §2.1). The two prefixes keep a node from passing as a leaf. Not for several threads at a time.
/// </summary>
public sealed class MerkleRoot
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>Roots of the whole subtrees so far, largest first: one for each 1 in the binary form of <see cref="Count"/>.</summary>
    private readonly List<byte[]> subtrees = [];
    private byte[] buffer = new byte[256];

    /// <summary>Leaves added so far.</summary>
    public long Count { get; private set; }

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">Its bytes, of any length; an empty leaf is a leaf.</param>
    public void Add(ReadOnlySpan<byte> leaf)
    {
        if (leaf.Length + 1 > buffer.Length)
            buffer = new byte[2 * (leaf.Length + 1)];
        buffer[0] = LeafPrefix;
        leaf.CopyTo(buffer.AsSpan(1));
        byte[] hash = SHA256.HashData(buffer.AsSpan(0, leaf.Length + 1));
        // As in binary counting: each trailing 1 of the count is a whole subtree that the new one completes.
        for (long carry = Count++; (carry & 1) == 1; carry >>= 1)
        {
            hash = Node(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
        }
        subtrees.Add(hash);
    }

    /// <summary>The root over the leaves added so far; more may be added afterwards.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] Root()
    {
        if (subtrees.Count == 0)
            return SHA256.HashData([]);
        byte[] root = subtrees[^1];
        for (int i = subtrees.Count - 2; i >= 0; i--)
            root = Node(subtrees[i], root);
        return [.. root];
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);
}
