using AuditCore.Ledger;

namespace AuditCore.Tests.Ledger;

public sealed class TlogProofTests
{
    private const string Hash = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private const string Note = "example.com/log\n2\n" + Hash + "\n\n— example.com/log AAAAAAA=\n";
    private const string Proof = "c2sp.org/tlog-proof@v1\nindex 1\n" + Hash + "\n\n" + Note;

    [Theory]
    [InlineData(Proof)]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AAE=\nindex 1\n" + Hash + "\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 9223372036854775807\n" + Hash + "\n" + Hash + "\n\n" + Note)]
    public void A_proof_is_read_and_written_as_it_is(string text) => Assert.Equal(text, TlogProof.Parse(text).ToText());

    [Fact]
    public void Its_parts_are_those_of_the_specification()
    {
        TlogProof proof = TlogProof.Parse("c2sp.org/tlog-proof@v1\nextra AAE=\nindex 1\n" + Hash + "\n\n" + Note);
        Assert.Equal(1, proof.Index);
        Assert.Equal([0, 1], proof.Extra);
        Assert.Equal([Convert.FromBase64String(Hash)], proof.Path);
        Assert.Equal(2, Checkpoint.Parse(proof.Checkpoint.Text).Size);
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2sp.org/tlog-proof@v1\n")]
    [InlineData("c2sp.org/tlog-proof@v2\nindex 1\n\n" + Note)]
    [InlineData(" c2sp.org/tlog-proof@v1\nindex 1\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 01\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex -1\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 9223372036854775808\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex  1\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 1\nindex 1\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 1\nextra AAE=\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AAF=\nindex 1\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AAE=\nextra AAE=\nindex 1\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 1\nAAE=\n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 1\n" + Hash + " \n\n" + Note)]
    [InlineData("c2sp.org/tlog-proof@v1\r\nindex 1\r\n\r\n" + Note)]
    [InlineData(Proof + "\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 1\n\n\n" + Note)]
    public void A_proof_in_any_other_form_is_refused(string text)
    {
        FormatException? refused = null;
        try
        {
            Checkpoint.Parse(TlogProof.Parse(text).Checkpoint.Text);
        }
        catch (FormatException wrong)
        {
            refused = wrong;
        }

        Assert.NotNull(refused);
    }

    [Fact]
    public void No_path_is_longer_than_a_tree_is_high() =>
        Assert.Throws<FormatException>(() => TlogProof.Parse(
            "c2sp.org/tlog-proof@v1\nindex 1\n" + string.Concat(Enumerable.Repeat(Hash + "\n", 64)) + "\n" + Note));
}
