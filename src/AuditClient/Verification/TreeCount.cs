using System.Security.Cryptography;

namespace CrimeAudit.Client;

/// <summary>Counts the root of an RFC 6962 tree leaf by leaf. Written apart from the service's own tree, as <see cref="MerkleProofs"/> is.</summary>
internal sealed class TreeCount
{
    /// <summary>Roots of the whole subtrees so far, each with its height, from left to right.</summary>
    private readonly Stack<(int Height, byte[] Root)> subtrees = [];

    /// <summary>Leaves so far.</summary>
    public long Leaves { get; private set; }

    /// <summary>Appends a leaf. Two subtrees of one height become one of the next.</summary>
    public void Add(ReadOnlySpan<byte> leaf)
    {
        (int height, byte[] root) = (0, MerkleProofs.LeafHash(leaf));
        while (subtrees.TryPeek(out (int Height, byte[] Root) left) && left.Height == height)
        {
            root = MerkleProofs.Node(subtrees.Pop().Root, root);
            height++;
        }

        subtrees.Push((height, root));
        Leaves++;
    }

    /// <summary>The root of the leaves so far: what stands alone on the right is joined with what stands left of it.</summary>
    public byte[] Root() => subtrees.Count == 0
        ? SHA256.HashData([])
        : subtrees.Select(s => s.Root).Aggregate((right, left) => MerkleProofs.Node(left, right));
}
