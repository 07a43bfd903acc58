using System.Text;

namespace AuditClient.Tests.Verification;

public class TlogProofTests
{
    private const int Size = 13;
    private const int Index = 9;

    private static readonly TestLog Log = new();
    private static readonly PlainTree Tree = PlainTree.Of(Size);
    private static readonly string Note = Log.Note(Size, Tree.Root(Size));
    private static readonly string Hashes = string.Concat(Tree.Inclusion(Index, Size).Select(h => Convert.ToBase64String(h) + "\n"));
    private static readonly string Proof = $"c2sp.org/tlog-proof@v1\nindex {Index}\n{Hashes}\n{Note}";

    [Fact]
    public void A_proof_says_where_its_leaf_is()
    {
        TlogProof proof = TlogProof.Parse(Proof, Log.Trusted);

        proof.RequireLeaf(Tree.Leaf(Index));
        Assert.Equal((9L, 13L, 0), (proof.Index, proof.Checkpoint.Size, proof.Extra.Length));
    }

    [Fact]
    public void A_proof_for_another_leaf_proves_nothing() => Assert.Equal(
        ProofFault.RootDiffers, Rejected(() => TlogProof.Parse(Proof, Log.Trusted).RequireLeaf(Tree.Leaf(Index - 1))));

    [Fact]
    public void Extra_data_comes_with_the_proof_and_is_not_part_of_it()
    {
        TlogProof proof = TlogProof.Parse(Proof.Replace("index", "extra AQID\nindex", StringComparison.Ordinal), Log.Trusted);

        proof.RequireLeaf(Tree.Leaf(Index));
        Assert.Equal([1, 2, 3], proof.Extra.ToArray());
    }

    [Fact]
    public void The_only_leaf_of_a_log_needs_no_hash()
    {
        string proof = $"c2sp.org/tlog-proof@v1\nindex 0\n\n{Log.Note(1, Tree.Root(1))}";

        TlogProof.Parse(proof, Log.Trusted).RequireLeaf(Tree.Leaf(0));
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2", ProofFault.ProofMalformed)]
    [InlineData("c2sp.org/tlog-proof@v1\n", "", ProofFault.ProofMalformed)]
    [InlineData("index 9\n", "", ProofFault.ProofMalformed)]
    [InlineData("index 9\n", "unknown line\nindex 9\n", ProofFault.ProofMalformed)]
    [InlineData("index 9\n", "extra \nindex 9\n", ProofFault.ProofMalformed)]
    [InlineData("index 9\n", "extra AQIDA\nindex 9\n", ProofFault.ProofMalformed)]
    [InlineData("index 9\n", "extra AQID\nextra AQID\nindex 9\n", ProofFault.ProofMalformed)]
    [InlineData("index 9\n", "index 9\nextra AQID\n", ProofFault.HashNotCanonical)]
    [InlineData("index 9\n", "index 9\nindex 9\n", ProofFault.HashNotCanonical)]
    [InlineData("index 9\n", "index 09\n", ProofFault.NumberNotCanonical)]
    [InlineData("index 9\n", "index +9\n", ProofFault.NumberNotCanonical)]
    [InlineData("index 9\n", "index 9 \n", ProofFault.NumberNotCanonical)]
    [InlineData("index 9\n", "index -9\n", ProofFault.NumberNotCanonical)]
    [InlineData("index 9\n", "index 9223372036854775808\n", ProofFault.NumberNotCanonical)]
    [InlineData("index 9\n", "index 13\n", ProofFault.IndexOutsideTree)]
    [InlineData("index 9\n", "index 8\n", ProofFault.RootDiffers)]
    [InlineData("index 9\n", "index 1\n", ProofFault.RootDiffers)]
    [InlineData("\n13\n", "\n14\n", ProofFault.SignatureWrong)]
    [InlineData("\naudit.example/log\n", "\nother.example/log\n", ProofFault.SignatureWrong)]
    public void A_damaged_proof_is_refused(string part, string damaged, ProofFault fault) => Assert.Equal(fault, Rejected(() =>
        TlogProof.Parse(Proof.Replace(part, damaged, StringComparison.Ordinal), Log.Trusted).RequireLeaf(Tree.Leaf(Index))));

    [Fact]
    public void A_cut_or_padded_path_is_refused_as_such()
    {
        string[] lines = Hashes.TrimEnd('\n').Split('\n');

        Assert.Equal(ProofFault.PathTooShort, With(lines[..^1]));
        Assert.Equal(ProofFault.PathTooLong, With([.. lines, lines[0]]));
        Assert.Equal(ProofFault.PathTooLong, With([.. Enumerable.Repeat(lines[0], 64)]));
        Assert.Equal(ProofFault.RootDiffers, With([.. lines.Reverse()]));

        static ProofFault With(string[] path) => Rejected(() => TlogProof.Parse(
            $"c2sp.org/tlog-proof@v1\nindex {Index}\n{string.Join('\n', path)}\n\n{Note}", Log.Trusted).RequireLeaf(Tree.Leaf(Index)));
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_a_proof_is_seen()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Proof);
        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            byte[] damaged = [.. bytes];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Rejected(() => TlogProof.Parse(Encoding.UTF8.GetString(damaged), Log.Trusted).RequireLeaf(Tree.Leaf(Index)));
        }
    }

    [Fact]
    public void Every_cut_of_a_proof_is_refused()
    {
        for (int length = 0; length < Proof.Length; length++)
        {
            int kept = length;
            Rejected(() => TlogProof.Parse(Proof[..kept], Log.Trusted).RequireLeaf(Tree.Leaf(Index)));
        }
    }

    private static ProofFault Rejected(Action check) => Assert.Throws<ProofRejectedException>(check).Fault;
}
