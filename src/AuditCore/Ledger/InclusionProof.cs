namespace AuditCore.Ledger;

/// <summary>Checks that a leaf stands at an index of a tree (RFC 9162, §2.1.3.2).</summary>
public static class InclusionProof
{
    /// <summary>Checks a path.</summary>
    /// <param name="leafHash">Hash of the leaf.</param>
    /// <param name="index">Where it is said to stand.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="path">From the leaf's neighbour up.</param>
    /// <param name="root">Root of the tree.</param>
    public static ProofVerdict Check(ReadOnlySpan<byte> leafHash, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        if (index < 0 || size < 0)
        {
            return ProofVerdict.NegativeNumber;
        }

        if (index >= size)
        {
            return size == 0 ? ProofVerdict.EmptyTree : ProofVerdict.IndexBeyondTree;
        }

        if (leafHash.Length != TreeHash.Bytes || root.Length != TreeHash.Bytes || path.Any(p => p.Length != TreeHash.Bytes))
        {
            return ProofVerdict.HashLength;
        }

        byte[] hash = leafHash.ToArray();
        long node = index;
        long last = size - 1;
        foreach (byte[] neighbour in path)
        {
            if (last == 0)
            {
                return ProofVerdict.PathTooLong;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = TreeHash.Node(neighbour, hash);
                // An incomplete subtree has no neighbour at these heights.
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = TreeHash.Node(hash, neighbour);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last != 0 ? ProofVerdict.PathTooShort
            : root.SequenceEqual(hash) ? ProofVerdict.Valid
            : ProofVerdict.OtherRoot;
    }
}
