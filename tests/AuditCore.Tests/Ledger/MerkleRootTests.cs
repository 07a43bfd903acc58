using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuditCore.Ledger;
using CsCheck;

namespace AuditCore.Tests.Ledger;

public class MerkleRootTests
{
    [Fact]
    public void Roots_of_every_size_agree_with_RFC_6962()
    {
        JsonElement vectors = Vectors.Read("merkle.json");
        string[] roots = [.. vectors.GetProperty("roots_hex_by_size").EnumerateArray().Select(r => r.GetString()!)];
        MerkleRoot root = new();

        Assert.Equal(roots[0], Convert.ToHexStringLower(root.Root()));
        int size = 0;
        foreach (JsonElement leaf in vectors.GetProperty("leaves_hex").EnumerateArray())
        {
            root.Add(Convert.FromHexString(leaf.GetString()!));
            Assert.Equal(roots[++size], Convert.ToHexStringLower(root.Root()));
            Assert.Equal(size, root.Count);
        }
        Assert.Equal(roots.Length - 1, size);
    }

    [Fact]
    public void Streaming_gives_the_root_of_the_recursive_definition() => Gen.Byte.Array[0, 300].Array[0, 70].Sample(leaves =>
    {
        MerkleRoot root = new();
        foreach (byte[] leaf in leaves)
            root.Add(leaf);

        Assert.Equal(Recursive(leaves), root.Root());
    });

    [Fact]
    public void A_repeated_last_leaf_has_another_root()
    {
        Assert.NotEqual(Root("a", "b", "c"), Root("a", "b", "c", "c"));
    }

    [Fact]
    public void Inner_nodes_do_not_pass_as_leaves()
    {
        byte[] a = SHA256.HashData([0, .. "a"u8]);
        byte[] b = SHA256.HashData([0, .. "b"u8]);
        MerkleRoot forged = new();
        forged.Add([.. a, .. b]);

        Assert.NotEqual(Root("a", "b"), forged.Root());
    }

    [Fact]
    public void A_root_handed_out_cannot_change_the_tree()
    {
        MerkleRoot root = new();
        root.Add("a"u8);
        byte[] first = root.Root();
        Array.Clear(first);

        Assert.NotEqual(first, root.Root());
    }

    [Fact]
    public void A_frame_digest_is_the_root_over_its_ids()
    {
        Assert.Equal(Root("a/b/1", "a/b/2", "a/b/é"), FrameDigest.Of(["a/b/1", "a/b/2", "a/b/é"]));
        Assert.Equal(new MerkleRoot().Root(), FrameDigest.Of([]));
    }

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a", "a")]
    [InlineData("a", "B")]
    public void A_frame_out_of_ordinal_order_or_with_a_repeated_unit_has_no_digest(string first, string second) =>
        Assert.Throws<ArgumentException>(() => FrameDigest.Of([first, second]));

    private static byte[] Root(params string[] leaves)
    {
        MerkleRoot root = new();
        foreach (string leaf in leaves)
            root.Add(Encoding.UTF8.GetBytes(leaf));
        return root.Root();
    }

    private static byte[] Recursive(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0)
            return SHA256.HashData([]);
        if (leaves.Length == 1)
            return SHA256.HashData([0, .. leaves[0]]);
        int half = 1;
        while (half * 2 < leaves.Length)
            half *= 2;
        return SHA256.HashData([1, .. Recursive(leaves[..half]), .. Recursive(leaves[half..])]);
    }
}
