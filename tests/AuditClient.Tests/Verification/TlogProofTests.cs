using System.Text;

namespace AuditClient.Tests.Verification;

public class TlogProofTests
{
    private static readonly TestLog Log = ForgedReceipts.Log;
    private static readonly PlainTree Tree = ForgedReceipts.Tree;
    private static readonly string Proof = ForgedReceipts.Honest;

    public static TheoryData<int> Forgeries => [.. Enumerable.Range(0, ForgedReceipts.Count)];

    [Fact]
    public void A_proof_says_where_its_leaf_is()
    {
        TlogProof proof = TlogProof.Parse(Proof, Log.Trusted);

        proof.RequireLeaf(ForgedReceipts.Leaf);
        Assert.Equal((9L, 13L, 0), (proof.Index, proof.Checkpoint.Size, proof.Extra.Length));
    }

    [Fact]
    public void A_proof_for_another_leaf_proves_nothing() => Assert.Equal(
        ProofFault.RootDiffers, Rejected(() => TlogProof.Parse(Proof, Log.Trusted).RequireLeaf(Tree.Leaf(ForgedReceipts.Index - 1))));

    [Fact]
    public void Extra_data_comes_with_the_proof_and_is_not_part_of_it()
    {
        TlogProof proof = TlogProof.Parse(Proof.Replace("index", "extra AQID\nindex", StringComparison.Ordinal), Log.Trusted);

        proof.RequireLeaf(ForgedReceipts.Leaf);
        Assert.Equal([1, 2, 3], proof.Extra.ToArray());
    }

    [Fact]
    public void The_only_leaf_of_a_log_needs_no_hash()
    {
        string proof = $"c2sp.org/tlog-proof@v1\nindex 0\n\n{Log.Note(1, Tree.Root(1))}";

        TlogProof.Parse(proof, Log.Trusted).RequireLeaf(Tree.Leaf(0));
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_damaged_proof_is_refused(int forgery)
    {
        (ProofFault fault, string text) = ForgedReceipts.At(forgery);

        Assert.Equal(fault, Rejected(() => TlogProof.Parse(text, Log.Trusted).RequireLeaf(ForgedReceipts.Leaf)));
    }

    [Fact]
    public void A_cut_or_padded_path_is_refused_as_such()
    {
        string[] lines = [.. ForgedReceipts.Path];

        Assert.Equal(ProofFault.PathTooShort, With(lines[..^1]));
        Assert.Equal(ProofFault.PathTooLong, With([.. lines, lines[0]]));
        Assert.Equal(ProofFault.PathTooLong, With([.. Enumerable.Repeat(lines[0], 64)]));
        Assert.Equal(ProofFault.RootDiffers, With([.. lines.Reverse()]));

        static ProofFault With(string[] path) =>
            Rejected(() => TlogProof.Parse(ForgedReceipts.WithPath(path), Log.Trusted).RequireLeaf(ForgedReceipts.Leaf));
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_a_proof_is_seen()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Proof);
        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            byte[] damaged = [.. bytes];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Rejected(() => TlogProof.Parse(Encoding.UTF8.GetString(damaged), Log.Trusted).RequireLeaf(ForgedReceipts.Leaf));
        }
    }

    [Fact]
    public void Every_cut_of_a_proof_is_refused()
    {
        for (int length = 0; length < Proof.Length; length++)
        {
            int kept = length;
            Rejected(() => TlogProof.Parse(Proof[..kept], Log.Trusted).RequireLeaf(ForgedReceipts.Leaf));
        }
    }

    private static ProofFault Rejected(Action check) => Assert.Throws<ProofRejectedException>(check).Fault;
}
