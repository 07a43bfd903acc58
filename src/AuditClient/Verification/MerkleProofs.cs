using System.Numerics;
using System.Security.Cryptography;

namespace CrimeAudit.Client;

/// <summary>
/// Checks Merkle proofs by the step-by-step procedures of RFC 9162 (§2.1.3.2, §2.1.4.2). Written apart from the service's own tree on
/// purpose: a mistake of one is not believed by the other.
/// </summary>
internal static class MerkleProofs
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>Hash of a leaf: SHA-256(0x00 ‖ leaf).</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> leaf) => SHA256.HashData([LeafPrefix, .. leaf]);

    /// <summary>Requires that a leaf stands at an index of the tree of a size and root.</summary>
    public static void RequireInclusion(byte[] leafHash, long index, long size, byte[] root, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size)
        {
            throw new ProofRejectedException(ProofFault.IndexOutsideTree, $"Index {index} is not in a tree of {size} leaves.");
        }

        RequireLength(path, InclusionLength(index, size));
        (ulong node, ulong last) = ((ulong)index, (ulong)size - 1);
        byte[] hash = leafHash;
        foreach (byte[] sibling in path)
        {
            if ((node & 1) == 1 || node == last)
            {
                hash = Node(sibling, hash);
                (node, last) = ToLeftSibling(node, last);
            }
            else
            {
                hash = Node(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        if (!hash.AsSpan().SequenceEqual(root))
        {
            throw new ProofRejectedException(ProofFault.RootDiffers, $"The leaf is not at index {index} of this tree of {size} leaves.");
        }
    }

    /// <summary>Requires that a tree grew from an older one by appending alone.</summary>
    public static void RequireConsistency(long older, byte[] olderRoot, long newer, byte[] newerRoot, IReadOnlyList<byte[]> path)
    {
        if (older < 0 || older > newer)
        {
            throw new ProofRejectedException(ProofFault.SizesOutOfOrder, $"A tree of {newer} leaves cannot have grown from one of {older}.");
        }

        RequireLength(path, ConsistencyLength(older, newer));
        if (older == 0)
        {
            RequireRoot(SHA256.HashData([]), olderRoot, ProofFault.OlderRootDiffers);
            return;
        }

        if (older == newer)
        {
            RequireRoot(olderRoot, newerRoot, ProofFault.NewerRootDiffers);
            return;
        }

        Climb(older, olderRoot, newer, newerRoot, path);
    }

    private static void Climb(long older, byte[] olderRoot, long newer, byte[] newerRoot, IReadOnlyList<byte[]> path)
    {
        // A whole subtree needs no hash of its own in the path: the older root is it.
        IReadOnlyList<byte[]> steps = BitOperations.IsPow2(older) ? [olderRoot, .. path] : path;
        (ulong node, ulong last) = ((ulong)older - 1, (ulong)newer - 1);
        int whole = BitOperations.TrailingZeroCount(~node);
        (node, last) = (node >> whole, last >> whole);
        (byte[] olderHash, byte[] newerHash) = (steps[0], steps[0]);
        foreach (byte[] step in steps.Skip(1))
        {
            if ((node & 1) == 1 || node == last)
            {
                olderHash = Node(step, olderHash);
                newerHash = Node(step, newerHash);
                (node, last) = ToLeftSibling(node, last);
            }
            else
            {
                newerHash = Node(newerHash, step);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        RequireRoot(olderHash, olderRoot, ProofFault.OlderRootDiffers);
        RequireRoot(newerHash, newerRoot, ProofFault.NewerRootDiffers);
    }

    /// <summary>A right edge without a sibling of its own climbs until it has one.</summary>
    private static (ulong Node, ulong Last) ToLeftSibling(ulong node, ulong last)
    {
        int levels = (node & 1) == 1 || node == 0 ? 0 : BitOperations.TrailingZeroCount(node);
        return (node >> levels, last >> levels);
    }

    /// <summary>Hashes in an inclusion path: a level of the perfect part under the split, and one for each left neighbour above it.</summary>
    private static int InclusionLength(long index, long size)
    {
        int inner = BitLength((ulong)index ^ (ulong)(size - 1));
        return inner + BitOperations.PopCount((ulong)index >> inner);
    }

    private static int ConsistencyLength(long older, long newer)
    {
        if (older == 0 || older == newer)
        {
            return 0;
        }

        int whole = BitOperations.TrailingZeroCount((ulong)older);
        int length = InclusionLength(older - 1, newer) - whole;
        return BitOperations.IsPow2(older) ? length : length + 1;
    }

    private static int BitLength(ulong number) => 64 - BitOperations.LeadingZeroCount(number);

    private static void RequireLength(IReadOnlyList<byte[]> path, int length)
    {
        if (path.FirstOrDefault(h => h.Length != CanonicalText.HashBytes) is { } odd)
        {
            throw new ProofRejectedException(ProofFault.HashNotCanonical, $"A hash of the path has {odd.Length} bytes.");
        }

        if (path.Count < length)
        {
            throw new ProofRejectedException(ProofFault.PathTooShort, $"The path has {path.Count} hashes; such a tree asks for {length}.");
        }

        if (path.Count > length)
        {
            throw new ProofRejectedException(ProofFault.PathTooLong, $"The path has {path.Count} hashes; such a tree asks for {length}.");
        }
    }

    private static void RequireRoot(byte[] computed, byte[] root, ProofFault fault)
    {
        if (!computed.AsSpan().SequenceEqual(root))
        {
            throw new ProofRejectedException(
                fault, fault == ProofFault.OlderRootDiffers ? "The path does not give the older root." : "The path does not give the newer root.");
        }
    }

    /// <summary>Hash of a node: SHA-256(0x01 ‖ left ‖ right).</summary>
    public static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);
}
