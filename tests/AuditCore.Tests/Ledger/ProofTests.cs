using System.Numerics;
using System.Text.Json;
using AuditCore.Ledger;

namespace AuditCore.Tests.Ledger;

public sealed class ProofTests
{
    private const int Largest = 300;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Inclusion_paths_are_those_of_the_vectors()
    {
        JsonElement vectors = Vectors.Read("merkle.json");
        byte[][] leaves = [.. Hex(vectors.GetProperty("leaves_hex"))];
        byte[][] roots = [.. Hex(vectors.GetProperty("roots_hex_by_size"))];
        GrownTree tree = GrownTree.Of(leaves);
        int seen = 0;
        foreach (JsonElement vector in vectors.GetProperty("inclusion").EnumerateArray())
        {
            long index = vector.GetProperty("leaf_index").GetInt64();
            long size = vector.GetProperty("tree_size").GetInt64();
            byte[][] path = [.. Hex(vector.GetProperty("path_hex"))];

            Assert.Equal(path, await tree.Proofs.InclusionAsync(index, size, Cancel));
            Assert.Equal(ProofVerdict.Valid, InclusionProof.Check(TreeHash.Leaf(leaves[index]), index, size, path, roots[size]));
            seen++;
        }

        Assert.Equal(36, seen);
    }

    [Fact]
    public async Task Consistency_paths_are_those_of_the_vectors()
    {
        JsonElement vectors = Vectors.Read("merkle.json");
        byte[][] roots = [.. Hex(vectors.GetProperty("roots_hex_by_size"))];
        GrownTree tree = GrownTree.Of(Hex(vectors.GetProperty("leaves_hex")));
        int seen = 0;
        foreach (JsonElement vector in vectors.GetProperty("consistency").EnumerateArray())
        {
            long first = vector.GetProperty("first").GetInt64();
            long second = vector.GetProperty("second").GetInt64();
            byte[][] path = [.. Hex(vector.GetProperty("path_hex"))];

            Assert.Equal(path, await tree.Proofs.ConsistencyAsync(first, second, Cancel));
            Assert.Equal(ProofVerdict.Valid, ConsistencyProof.Check(first, roots[first], second, roots[second], path));
            seen++;
        }

        Assert.Equal(36, seen);
    }

    [Fact]
    public async Task Every_entry_of_every_tree_is_proved()
    {
        GrownTree tree = GrownTree.Of(Largest);
        for (int size = 1; size <= Largest; size++)
        {
            byte[] root = await tree.Proofs.RootAsync(size, Cancel);
            Assert.Equal(tree.RootAt(size), root);
            for (int index = 0; index < size; index++)
            {
                IReadOnlyList<byte[]> path = await tree.Proofs.InclusionAsync(index, size, Cancel);
                Assert.Equal(ProofVerdict.Valid, InclusionProof.Check(tree.LeafHash(index), index, size, path, root));
            }
        }
    }

    [Fact]
    public async Task Every_tree_is_proved_to_be_the_beginning_of_every_later_one()
    {
        GrownTree tree = GrownTree.Of(Largest);
        byte[][] roots = [.. Enumerable.Range(0, Largest + 1).Select(size => tree.RootAt(size))];
        for (int second = 0; second <= Largest; second++)
        {
            for (int first = 0; first <= second; first++)
            {
                IReadOnlyList<byte[]> path = await tree.Proofs.ConsistencyAsync(first, second, Cancel);
                Assert.Equal(ProofVerdict.Valid, ConsistencyProof.Check(first, roots[first], second, roots[second], path));
            }
        }
    }

    [Fact]
    public async Task A_proof_is_of_its_own_index_size_and_pair_alone()
    {
        const int Size = 60;
        GrownTree tree = GrownTree.Of(Size + 1);
        byte[] root = tree.RootAt(Size);
        byte[] earlier = tree.RootAt(23);
        IReadOnlyList<byte[]> ofPair = await tree.Proofs.ConsistencyAsync(23, Size, Cancel);
        for (int index = 0; index < Size; index++)
        {
            IReadOnlyList<byte[]> path = await tree.Proofs.InclusionAsync(index, Size, Cancel);
            for (int other = 0; other < Size; other++)
            {
                Assert.Equal(index == other, InclusionProof.Check(tree.LeafHash(index), other, Size, path, root) == ProofVerdict.Valid);
            }

            Assert.NotEqual(ProofVerdict.Valid, InclusionProof.Check(tree.LeafHash(index), index, Size, path, tree.RootAt(Size + 1)));
            Assert.Equal(index == 23, ConsistencyProof.Check(index, earlier, Size, root, ofPair) == ProofVerdict.Valid);
        }
    }

    [Fact]
    public async Task No_bit_of_an_inclusion_proof_can_be_changed()
    {
        GrownTree tree = GrownTree.Of(Largest);
        var random = new Random(20_260_101);
        foreach (int size in Enumerable.Range(1, 24).Append(100).Append(256).Append(Largest))
        {
            byte[] root = tree.RootAt(size);
            for (int index = 0; index < size; index += size > 24 ? 7 : 1)
            {
                byte[] leaf = tree.LeafHash(index);
                IReadOnlyList<byte[]> path = await tree.Proofs.InclusionAsync(index, size, Cancel);
                foreach (byte[][] flipped in Flipped([leaf, root, .. path], all: size <= 24, random))
                {
                    Assert.Equal(ProofVerdict.OtherRoot, InclusionProof.Check(flipped[0], index, size, flipped[2..], flipped[1]));
                }
            }
        }
    }

    [Fact]
    public async Task No_bit_of_a_consistency_proof_can_be_changed()
    {
        GrownTree tree = GrownTree.Of(Largest);
        var random = new Random(20_260_102);
        foreach (int second in Enumerable.Range(1, 24).Append(100).Append(256).Append(Largest))
        {
            byte[] root = tree.RootAt(second);
            for (int first = 1; first < second; first += second > 24 ? 7 : 1)
            {
                byte[] earlier = tree.RootAt(first);
                IReadOnlyList<byte[]> path = await tree.Proofs.ConsistencyAsync(first, second, Cancel);
                foreach (byte[][] flipped in Flipped([earlier, root, .. path], all: second <= 24, random))
                {
                    Assert.NotEqual(ProofVerdict.Valid, ConsistencyProof.Check(first, flipped[0], second, flipped[1], flipped[2..]));
                }
            }
        }
    }

    [Fact]
    public async Task A_path_is_neither_shorter_nor_longer_than_it_must_be()
    {
        GrownTree tree = GrownTree.Of(25);
        byte[] root = tree.RootAt(25);
        for (int index = 0; index < 25; index++)
        {
            IReadOnlyList<byte[]> path = await tree.Proofs.InclusionAsync(index, 25, Cancel);
            Assert.Equal(ProofVerdict.PathTooShort, InclusionProof.Check(tree.LeafHash(index), index, 25, [.. path.SkipLast(1)], root));
            Assert.Equal(ProofVerdict.PathTooLong, InclusionProof.Check(tree.LeafHash(index), index, 25, [.. path, root], root));
        }

        for (int first = 1; first < 25; first++)
        {
            byte[] earlier = tree.RootAt(first);
            IReadOnlyList<byte[]> path = await tree.Proofs.ConsistencyAsync(first, 25, Cancel);
            Assert.Equal(ProofVerdict.PathTooShort, ConsistencyProof.Check(first, earlier, 25, root, [.. path.SkipLast(1)]));
            Assert.Equal(ProofVerdict.PathTooLong, ConsistencyProof.Check(first, earlier, 25, root, [.. path, root]));
        }
    }

    [Fact]
    public void Sizes_and_indexes_that_cannot_be_are_refused_by_name()
    {
        byte[] hash = TreeHash.Leaf("a"u8);
        Assert.Equal(ProofVerdict.EmptyTree, InclusionProof.Check(hash, 0, 0, [], TreeHash.Empty));
        Assert.Equal(ProofVerdict.IndexBeyondTree, InclusionProof.Check(hash, 1, 1, [], hash));
        Assert.Equal(ProofVerdict.IndexBeyondTree, InclusionProof.Check(hash, long.MaxValue, long.MaxValue, [], hash));
        Assert.Equal(ProofVerdict.NegativeNumber, InclusionProof.Check(hash, -1, 1, [], hash));
        Assert.Equal(ProofVerdict.NegativeNumber, InclusionProof.Check(hash, 0, long.MinValue, [], hash));
        Assert.Equal(ProofVerdict.PathTooShort, InclusionProof.Check(hash, 0, long.MaxValue, [], hash));
        Assert.Equal(ProofVerdict.PathTooLong, InclusionProof.Check(hash, long.MaxValue - 1, long.MaxValue, [.. Enumerable.Repeat(hash, 64)], hash));
        Assert.Equal(ProofVerdict.HashLength, InclusionProof.Check(hash, 0, 2, [new byte[31]], hash));
        Assert.Equal(ProofVerdict.Valid, InclusionProof.Check(hash, 0, 1, [], hash));

        Assert.Equal(ProofVerdict.SizesReversed, ConsistencyProof.Check(2, hash, 1, hash, []));
        Assert.Equal(ProofVerdict.NegativeNumber, ConsistencyProof.Check(-1, hash, 1, hash, []));
        Assert.Equal(ProofVerdict.PathTooShort, ConsistencyProof.Check(1, hash, 2, hash, []));
        Assert.Equal(ProofVerdict.PathTooLong, ConsistencyProof.Check(1, hash, 1, hash, [hash]));
        Assert.Equal(ProofVerdict.OtherRoot, ConsistencyProof.Check(1, hash, 1, TreeHash.Empty, []));
        Assert.Equal(ProofVerdict.OtherFirstRoot, ConsistencyProof.Check(0, hash, 1, hash, []));
        Assert.Equal(ProofVerdict.HashLength, ConsistencyProof.Check(0, [], 1, hash, []));
        Assert.Equal(ProofVerdict.PathTooShort, ConsistencyProof.Check(3, hash, long.MaxValue, hash, [hash]));
    }

    [Fact]
    public async Task An_inner_node_does_not_pass_for_a_leaf()
    {
        GrownTree tree = GrownTree.Of(4);
        byte[] node = TreeHash.Node(tree.LeafHash(0), tree.LeafHash(1));
        IReadOnlyList<byte[]> path = await tree.Proofs.InclusionAsync(0, 4, Cancel);

        Assert.Equal(ProofVerdict.PathTooShort, InclusionProof.Check(node, 0, 4, [path[1]], tree.RootAt(4)));
        Assert.Equal(
            ProofVerdict.OtherRoot, InclusionProof.Check(TreeHash.Leaf([.. tree.LeafHash(0), .. tree.LeafHash(1)]), 0, 2, [path[1]], tree.RootAt(4)));
    }

    [Fact]
    public async Task A_proof_takes_one_reading_of_a_few_tiles()
    {
        GrownTree tree = GrownTree.Of(70_000);
        await tree.Proofs.InclusionAsync(12_345, 69_999, Cancel);
        await tree.Proofs.ConsistencyAsync(12_345, 69_999, Cancel);

        Assert.Equal(2, tree.Reads);
        Assert.InRange(tree.TilesRead, 2, 2 * 2 * BitOperations.Log2(70_000));
    }

    [Fact]
    public async Task A_lost_tile_is_named()
    {
        GrownTree tree = GrownTree.Of(600);
        tree.Lose(new TileId(0, 1));
        var damaged = await Assert.ThrowsAsync<TreeDamagedException>(async () => await tree.Proofs.InclusionAsync(300, 600, Cancel));
        Assert.Contains("Tile 1 of level 0 holds 0 hashes", damaged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_proved_of_what_cannot_be()
    {
        GrownTree tree = GrownTree.Of(3);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await tree.Proofs.InclusionAsync(3, 3, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await tree.Proofs.ConsistencyAsync(3, 2, Cancel));
        await Assert.ThrowsAsync<TreeDamagedException>(async () => await tree.Proofs.RootAsync(4, Cancel));
    }

    /// <summary>The hashes with one bit changed: every bit in turn, or one of each hash.</summary>
    private static IEnumerable<byte[][]> Flipped(byte[][] hashes, bool all, Random random)
    {
        for (int hash = 0; hash < hashes.Length; hash++)
        {
            foreach (int bit in all ? Enumerable.Range(0, 8 * TreeHash.Bytes) : [random.Next(8 * TreeHash.Bytes)])
            {
                byte[][] flipped = [.. hashes.Select(h => h.ToArray())];
                flipped[hash][bit / 8] ^= (byte)(1 << (bit % 8));
                yield return flipped;
            }
        }
    }

    private static IEnumerable<byte[]> Hex(JsonElement texts) => texts.EnumerateArray().Select(t => Convert.FromHexString(t.GetString()!));
}
