using System.Numerics;

namespace AuditCore.Ledger;

/// <summary>Checks that a tree is the beginning of another (RFC 9162, §2.1.4.2).</summary>
public static class ConsistencyProof
{
    /// <summary>Checks a path.</summary>
    /// <param name="first">Leaves of the earlier tree.</param>
    /// <param name="firstRoot">Its root.</param>
    /// <param name="second">Leaves of the later tree.</param>
    /// <param name="secondRoot">Its root.</param>
    /// <param name="path">Empty between trees of one size, and after the empty tree.</param>
    public static ProofVerdict Check(
        long first, ReadOnlySpan<byte> firstRoot, long second, ReadOnlySpan<byte> secondRoot, IReadOnlyList<byte[]> path)
    {
        if (first < 0 || second < 0)
        {
            return ProofVerdict.NegativeNumber;
        }

        if (first > second)
        {
            return ProofVerdict.SizesReversed;
        }

        if (firstRoot.Length != TreeHash.Bytes || secondRoot.Length != TreeHash.Bytes || path.Any(p => p.Length != TreeHash.Bytes))
        {
            return ProofVerdict.HashLength;
        }

        return first == 0 || first == second
            ? CheckWithoutPath(first, firstRoot, second, secondRoot, path)
            : CheckPath(first, firstRoot, second, secondRoot, path);
    }

    private static ProofVerdict CheckWithoutPath(
        long first, ReadOnlySpan<byte> firstRoot, long second, ReadOnlySpan<byte> secondRoot, IReadOnlyList<byte[]> path) =>
        path.Count > 0 ? ProofVerdict.PathTooLong
        : first == 0 && !firstRoot.SequenceEqual(TreeHash.Empty) ? ProofVerdict.OtherFirstRoot
        : first == second && !firstRoot.SequenceEqual(secondRoot) ? ProofVerdict.OtherRoot
        : ProofVerdict.Valid;

    private static ProofVerdict CheckPath(
        long first, ReadOnlySpan<byte> firstRoot, long second, ReadOnlySpan<byte> secondRoot, IReadOnlyList<byte[]> path)
    {
        // A whole subtree at the beginning of both is not repeated in the path: its root is the earlier root itself.
        bool beginsWithFirst = BitOperations.IsPow2(first);
        if (path.Count == 0)
        {
            return ProofVerdict.PathTooShort;
        }

        long node = first - 1;
        long last = second - 1;
        while ((node & 1) == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        byte[] ofFirst = beginsWithFirst ? firstRoot.ToArray() : path[0];
        byte[] ofSecond = ofFirst;
        foreach (byte[] neighbour in beginsWithFirst ? path : path.Skip(1))
        {
            if (last == 0)
            {
                return ProofVerdict.PathTooLong;
            }

            if ((node & 1) == 1 || node == last)
            {
                ofFirst = TreeHash.Node(neighbour, ofFirst);
                ofSecond = TreeHash.Node(neighbour, ofSecond);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                ofSecond = TreeHash.Node(ofSecond, neighbour);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last != 0 ? ProofVerdict.PathTooShort
            : !firstRoot.SequenceEqual(ofFirst) ? ProofVerdict.OtherFirstRoot
            : secondRoot.SequenceEqual(ofSecond) ? ProofVerdict.Valid
            : ProofVerdict.OtherRoot;
    }
}
