namespace AuditCore.Ledger;

/// <summary>
/// The root of a Merkle tree (<see cref="TreeHash"/>), one leaf at a time: memory grows with the logarithm of the leaves, and nothing but
/// the root comes out. Not for several threads at a time.
/// </summary>
public sealed class MerkleRoot
{
    /// <summary>Roots of the whole subtrees so far, largest first: one for each 1 in the binary form of <see cref="Count"/>.</summary>
    private readonly List<byte[]> subtrees = [];

    /// <summary>Leaves added so far.</summary>
    public long Count { get; private set; }

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">Its bytes, of any length; an empty leaf is a leaf.</param>
    public void Add(ReadOnlySpan<byte> leaf)
    {
        AddHash(TreeHash.Leaf(leaf));
    }

    /// <summary>Appends a leaf whose hash is known.</summary>
    /// <param name="leafHash">32 bytes.</param>
    public void AddHash(ReadOnlySpan<byte> leafHash)
    {
        byte[] hash = leafHash.ToArray();
        // As in binary counting: each trailing 1 of the count is a whole subtree that the new one completes.
        for (long carry = Count++; (carry & 1) == 1; carry >>= 1)
        {
            hash = TreeHash.Node(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
        }

        subtrees.Add(hash);
    }

    /// <summary>The root over the leaves added so far; more may be added afterwards.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] Root()
    {
        if (subtrees.Count == 0)
        {
            return TreeHash.Empty;
        }

        byte[] root = subtrees[^1];
        for (int i = subtrees.Count - 2; i >= 0; i--)
        {
            root = TreeHash.Node(subtrees[i], root);
        }

        return [.. root];
    }
}
