using System.Text.Json;

namespace AuditClient.Tests.Verification;

public class MerkleProofTests
{
    private const int Every = 300;
    private const int Exhaustive = 24;

    private static readonly PlainTree Tree = PlainTree.Of(Every);

    [Fact]
    public void Published_inclusion_proofs_hold()
    {
        JsonElement vectors = Vectors();
        byte[][] leaves = Hexes(vectors.GetProperty("leaves_hex"));
        byte[][] roots = Hexes(vectors.GetProperty("roots_hex_by_size"));

        foreach (JsonElement proof in vectors.GetProperty("inclusion").EnumerateArray())
        {
            int index = proof.GetProperty("leaf_index").GetInt32();
            int size = proof.GetProperty("tree_size").GetInt32();
            MerkleProofs.RequireInclusion(MerkleProofs.LeafHash(leaves[index]), index, size, roots[size], Hexes(proof.GetProperty("path_hex")));
        }
    }

    [Fact]
    public void Published_consistency_proofs_hold()
    {
        JsonElement vectors = Vectors();
        byte[][] roots = Hexes(vectors.GetProperty("roots_hex_by_size"));

        foreach (JsonElement proof in vectors.GetProperty("consistency").EnumerateArray())
        {
            int older = proof.GetProperty("first").GetInt32();
            int newer = proof.GetProperty("second").GetInt32();
            MerkleProofs.RequireConsistency(older, roots[older], newer, roots[newer], Hexes(proof.GetProperty("path_hex")));
        }
    }

    [Fact]
    public void Every_leaf_of_every_tree_is_proven()
    {
        for (int size = 1; size <= Every; size++)
        {
            for (int index = 0; index < size; index++)
            {
                Include(index, size, Tree.Inclusion(index, size));
            }
        }
    }

    [Fact]
    public void Every_growth_of_every_tree_is_proven()
    {
        for (int newer = 0; newer <= Every; newer++)
        {
            for (int older = 0; older <= newer; older++)
            {
                Grow(older, newer, Tree.Consistency(older, newer));
            }
        }
    }

    [Fact]
    public void A_proof_holds_at_no_other_index()
    {
        for (int size = 1; size <= Exhaustive; size++)
        {
            for (int index = 0; index < size; index++)
            {
                List<byte[]> path = Tree.Inclusion(index, size);
                for (int other = 0; other < size; other++)
                {
                    if (other != index)
                    {
                        Rejected(() => MerkleProofs.RequireInclusion(LeafHash(index), other, size, Tree.Root(size), path));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(-1, 8)]
    [InlineData(8, 8)]
    [InlineData(0, 0)]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(0, -1)]
    [InlineData(0, long.MinValue)]
    public void An_index_beyond_the_tree_is_refused(long index, long size) =>
        Assert.Equal(ProofFault.IndexOutsideTree, Rejected(() => MerkleProofs.RequireInclusion(LeafHash(0), index, size, Tree.Root(8), [])));

    [Fact]
    public void A_path_through_the_largest_tree_has_63_hashes() =>
        Assert.Equal(
            ProofFault.PathTooShort,
            Rejected(() => MerkleProofs.RequireInclusion(LeafHash(0), 0, long.MaxValue, Tree.Root(8), [.. Enumerable.Repeat(LeafHash(1), 62)])));

    [Fact]
    public void A_flipped_bit_anywhere_in_an_inclusion_proof_is_seen()
    {
        for (int size = 1; size <= Exhaustive; size++)
        {
            for (int index = 0; index < size; index++)
            {
                (int i, int n) = (index, size);
                EachFlip([LeafHash(i), Tree.Root(n), .. Tree.Inclusion(i, n)], parts => Assert.Equal(
                    ProofFault.RootDiffers, Rejected(() => MerkleProofs.RequireInclusion(parts[0], i, n, parts[1], parts[2..]))));
            }
        }
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_a_consistency_proof_is_seen()
    {
        for (int newer = 1; newer <= Exhaustive; newer++)
        {
            for (int older = 1; older <= newer; older++)
            {
                (int m, int n) = (older, newer);
                EachFlip([Tree.Root(m), Tree.Root(n), .. Tree.Consistency(m, n)], parts =>
                    Rejected(() => MerkleProofs.RequireConsistency(m, parts[0], n, parts[1], parts[2..])));
            }
        }
    }

    [Fact]
    public void A_seeded_flip_in_each_larger_proof_is_seen()
    {
        var random = new Random(6962);
        for (int size = Exhaustive + 1; size <= Every; size++)
        {
            int index = random.Next(size);
            List<byte[]> path = Tree.Inclusion(index, size);
            FlipOne(path, random);
            Rejected(() => MerkleProofs.RequireInclusion(LeafHash(index), index, size, Tree.Root(size), path));

            int older = random.Next(1, size);
            List<byte[]> growth = Tree.Consistency(older, size);
            FlipOne(growth, random);
            Rejected(() => MerkleProofs.RequireConsistency(older, Tree.Root(older), size, Tree.Root(size), growth));
        }
    }

    [Fact]
    public void A_path_that_is_cut_or_padded_is_refused_as_such()
    {
        for (int size = 2; size <= Exhaustive; size++)
        {
            for (int index = 0; index < size; index++)
            {
                List<byte[]> path = Tree.Inclusion(index, size);
                Assert.Equal(ProofFault.PathTooShort, Rejected(() => Include(index, size, path[..^1])));
                Assert.Equal(ProofFault.PathTooLong, Rejected(() => Include(index, size, [.. path, LeafHash(0)])));
            }

            for (int older = 1; older < size; older++)
            {
                List<byte[]> path = Tree.Consistency(older, size);
                Assert.Equal(ProofFault.PathTooShort, Rejected(() => Grow(older, size, path[..^1])));
                Assert.Equal(ProofFault.PathTooLong, Rejected(() => Grow(older, size, [.. path, LeafHash(0)])));
            }
        }
    }

    [Fact]
    public void A_repeated_last_leaf_is_another_tree()
    {
        PlainTree plain = new([.. "abc".Select(c => new[] { (byte)c })]);
        PlainTree repeated = new([.. "abcc".Select(c => new[] { (byte)c })]);

        Rejected(() => MerkleProofs.RequireInclusion(
            MerkleProofs.LeafHash("c"u8), 3, 4, plain.Root(3), repeated.Inclusion(3, 4)));
    }

    [Fact]
    public void An_inner_node_does_not_pass_for_a_leaf()
    {
        byte[] leaf = [.. LeafHash(0), .. LeafHash(1)];

        Assert.Equal(ProofFault.RootDiffers, Rejected(() => MerkleProofs.RequireInclusion(
            MerkleProofs.LeafHash(leaf), 0, 2, Tree.Root(4), [Tree.Inclusion(0, 4)[1]])));
    }

    [Fact]
    public void A_log_does_not_shrink() =>
        Assert.Equal(ProofFault.SizesOutOfOrder, Rejected(() => MerkleProofs.RequireConsistency(5, Tree.Root(5), 4, Tree.Root(4), [])));

    [Fact]
    public void The_empty_tree_has_one_root() =>
        Assert.Equal(ProofFault.OlderRootDiffers, Rejected(() => MerkleProofs.RequireConsistency(0, Tree.Root(1), 4, Tree.Root(4), [])));

    private static void Include(int index, int size, List<byte[]> path) =>
        MerkleProofs.RequireInclusion(LeafHash(index), index, size, Tree.Root(size), path);

    private static void Grow(int older, int newer, List<byte[]> path) =>
        MerkleProofs.RequireConsistency(older, Tree.Root(older), newer, Tree.Root(newer), path);

    private static byte[] LeafHash(int index) => MerkleProofs.LeafHash(Tree.Leaf(index));

    private static ProofFault Rejected(Action proof) => Assert.Throws<ProofRejectedException>(proof).Fault;

    private static void EachFlip(byte[][] parts, Action<byte[][]> check)
    {
        for (int part = 0; part < parts.Length; part++)
        {
            for (int bit = 0; bit < 8 * parts[part].Length; bit++)
            {
                byte[][] damaged = [.. parts];
                damaged[part] = [.. parts[part]];
                Flip(damaged[part], bit);
                check(damaged);
            }
        }
    }

    private static void FlipOne(List<byte[]> path, Random random)
    {
        int part = random.Next(path.Count);
        path[part] = [.. path[part]];
        Flip(path[part], random.Next(256));
    }

    private static void Flip(byte[] hash, int bit) => hash[bit / 8] ^= (byte)(1 << (bit % 8));

    private static JsonElement Vectors()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "merkle.json")));
        return document.RootElement.Clone();
    }

    private static byte[][] Hexes(JsonElement texts) => [.. texts.EnumerateArray().Select(t => Convert.FromHexString(t.GetString()!))];
}
