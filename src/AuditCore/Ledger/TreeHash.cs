using System.Security.Cryptography;

namespace AuditCore.Ledger;

/// <summary>
/// The hashes of the log's Merkle tree (RFC 9162, §2.1, as RFC 6962 has them): leaves are SHA-256(0x00 ‖ leaf), nodes
/// SHA-256(0x01 ‖ left ‖ right), the empty tree is SHA-256 of nothing. The two prefixes keep a node from passing as a leaf.
/// </summary>
public static class TreeHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Bytes = 32;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const int ShortLeaf = 1_024;

    /// <summary>The root of the tree without leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    /// <summary>The hash of a leaf.</summary>
    /// <param name="leaf">Its bytes, of any length; an empty leaf is a leaf.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] Leaf(ReadOnlySpan<byte> leaf)
    {
        byte[] hash = new byte[Bytes];
        Leaf(leaf, hash);
        return hash;
    }

    /// <summary>Writes the hash of a leaf.</summary>
    /// <param name="leaf">Its bytes, of any length.</param>
    /// <param name="hash">Where its 32 bytes go.</param>
    public static void Leaf(ReadOnlySpan<byte> leaf, Span<byte> hash)
    {
        Span<byte> prefixed = leaf.Length < ShortLeaf ? stackalloc byte[leaf.Length + 1] : new byte[leaf.Length + 1];
        prefixed[0] = LeafPrefix;
        leaf.CopyTo(prefixed[1..]);
        SHA256.HashData(prefixed, hash);
    }

    /// <summary>The hash of a node.</summary>
    /// <param name="left">Hash of its left child, 32 bytes.</param>
    /// <param name="right">Hash of its right child, 32 bytes.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        byte[] hash = new byte[Bytes];
        Node(left, right, hash);
        return hash;
    }

    /// <summary>The root over hashes that stand side by side at one height: of leaves, or of whole subtrees of one size.</summary>
    /// <param name="hashes">The hashes, one after the other; at least one.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="ArgumentException">They are not whole hashes, or none.</exception>
    public static byte[] Root(ReadOnlySpan<byte> hashes)
    {
        if (hashes.IsEmpty || hashes.Length % Bytes != 0)
        {
            throw new ArgumentException($"{hashes.Length} bytes are not one or more hashes of {Bytes}.", nameof(hashes));
        }

        byte[] row = hashes.ToArray();
        // Height by height. A last one without a neighbour moves up as it is, which is where RFC 6962 splits an incomplete tree.
        for (int count = row.Length / Bytes; count > 1; count = (count + 1) / 2)
        {
            Nodes(row, count / 2);
            if (count % 2 == 1)
            {
                At(row, count - 1).CopyTo(At(row, count / 2));
            }
        }

        return row[..Bytes];
    }

    /// <summary>Writes the hashes of nodes over their children, which stand side by side.</summary>
    private static void Nodes(byte[] row, int count)
    {
        for (int first = 0, together; first < count; first += together)
        {
            together = NodeLanes.IsSupported ? Math.Min(NodeLanes.Most, count - first) : 1;
            if (together == 1)
            {
                Node(At(row, 2 * first), At(row, (2 * first) + 1), At(row, first));
            }
            else
            {
                NodeLanes.Hash(row.AsSpan(2 * first * Bytes, 2 * together * Bytes), row.AsSpan(first * Bytes, together * Bytes));
            }
        }
    }

    private static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(left.Length, Bytes, nameof(left));
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, Bytes, nameof(right));
        Span<byte> prefixed = stackalloc byte[1 + (2 * Bytes)];
        prefixed[0] = NodePrefix;
        left.CopyTo(prefixed[1..]);
        right.CopyTo(prefixed[(1 + Bytes)..]);
        SHA256.HashData(prefixed, hash);
    }

    private static Span<byte> At(byte[] row, int place) => row.AsSpan(place * Bytes, Bytes);
}
