namespace AuditClient.Tests.Verification;

public class NoteTests
{
    private static readonly TestLog Log = new();
    private static readonly PlainTree Tree = PlainTree.Of(8);
    private static readonly string Text = TestLog.Text(8, Tree.Root(8));

    [Fact]
    public void The_published_note_opens_with_the_published_key()
    {
        const string note =
            "This is an example message.\n\n\u2014 example.com/foo " +
            "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

        Assert.Equal(
            "This is an example message.\n",
            SignedNote.Open(note, [VerifierKey.Parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]));
    }

    [Fact]
    public void A_checkpoint_says_what_the_log_has_signed()
    {
        LogCheckpoint checkpoint = Log.Trusted.Open(Log.Sign(Text));

        Assert.Equal((TestLog.Origin, 8L), (checkpoint.Origin, checkpoint.Size));
        Assert.Equal(Tree.Root(8), checkpoint.Root.ToArray());
        Assert.Equal(Log.Sign(Text), checkpoint.Note);
    }

    [Fact]
    public void While_a_key_is_replaced_either_signature_is_enough()
    {
        var next = new TestLog(seed: 2);
        string both = Log.Sign(Text) + next.Line(Text) + "\n";

        Assert.Equal(8, Log.Trusted.Open(both).Size);
        Assert.Equal(8, next.Trusted.Open(both).Size);
        Assert.Equal(8, new TrustedLog(Log.Trusted.Keys[0], next.Trusted.Keys[0]).Open(both).Size);
    }

    [Fact]
    public void One_wrong_signature_of_a_trusted_key_spoils_the_note_though_another_is_good()
    {
        var next = new TestLog(seed: 2);
        var both = new TrustedLog(Log.Trusted.Keys[0], next.Trusted.Keys[0]);

        Assert.Equal(ProofFault.SignatureWrong, Rejected(() => both.Open(Log.Sign(Text) + next.Line("other text\n") + "\n")));
    }

    [Fact]
    public void A_signature_of_an_unknown_key_alone_is_not_enough() =>
        Assert.Equal(ProofFault.NoTrustedSignature, Rejected(() => Log.Trusted.Open(new TestLog(seed: 9).Sign(Text))));

    [Fact]
    public void A_known_key_name_does_not_make_a_signature() =>
        Assert.Equal(ProofFault.SignatureWrong, Rejected(() => Log.Trusted.Open($"{Text}\n{Log.Line("another text\n")}\n")));

    [Fact]
    public void A_signature_of_any_length_but_its_own_is_wrong() => Assert.Equal(
        ProofFault.SignatureWrong,
        Rejected(() => Log.Trusted.Open($"{Text}\n\u2014 {TestLog.Origin} {Convert.ToBase64String([.. Log.Id, 1, 2, 3])}\n")));

    [Fact]
    public void A_checkpoint_of_another_log_signed_by_the_key_is_refused() => Assert.Equal(
        ProofFault.OtherOrigin, Rejected(() => Log.Trusted.Open(Log.Sign(TestLog.Text(8, Tree.Root(8), "other.example/log")))));

    [Theory]
    [InlineData("")]
    [InlineData("audit.example/log\n8\n")]
    [InlineData("no blank line\n\u2014 name AAAA\n")]
    [InlineData("text\n\n")]
    public void What_is_no_note_is_refused(string note) => Assert.Equal(ProofFault.NoteMalformed, Rejected(() => Log.Trusted.Open(note)));

    [Theory]
    [InlineData('\r')]
    [InlineData('\t')]
    [InlineData('\0')]
    [InlineData('\ud800')]
    public void A_note_is_plain_text(char odd) =>
        Assert.Equal(ProofFault.NoteNotText, Rejected(() => Log.Trusted.Open(Log.Sign(Text).Insert(3, odd.ToString()))));

    [Theory]
    [InlineData("- audit.example/log AAAAAAAA")]
    [InlineData("\u2014  AAAAAAAA")]
    [InlineData("\u2014 audit.example/log")]
    [InlineData("\u2014 audit.example/log AAAAAAAA extra")]
    [InlineData("\u2014 audit.example/log AAAAAAB=")]
    [InlineData("\u2014 audit.example/log AAAA AAA")]
    [InlineData("\u2014 audit.example/log AAAA")]
    [InlineData("\u2014 audit+example AAAAAAAA")]
    public void A_line_that_is_no_signature_spoils_the_note(string line) =>
        Assert.Equal(ProofFault.SignatureMalformed, Rejected(() => Log.Trusted.Open($"{Log.Sign(Text)}{line}\n")));

    [Fact]
    public void A_note_with_more_signatures_than_anybody_checks_is_refused()
    {
        string line = new TestLog("other.example", seed: 3).Line(Text) + "\n";

        Assert.Equal(8, Log.Trusted.Open(Log.Sign(Text) + string.Concat(Enumerable.Repeat(line, 15))).Size);
        Assert.Equal(ProofFault.TooManySignatures, Rejected(() => Log.Trusted.Open(Log.Sign(Text) + string.Concat(Enumerable.Repeat(line, 99)))));
    }

    [Theory]
    [InlineData("audit.example/log\n8\nextra line\n{root}\n", ProofFault.CheckpointMalformed)]
    [InlineData("audit.example/log\n8\n{root}\nextension\n", ProofFault.CheckpointMalformed)]
    [InlineData("audit.example/log\n8\n", ProofFault.CheckpointMalformed)]
    [InlineData("audit.example/log\n08\n{root}\n", ProofFault.NumberNotCanonical)]
    [InlineData("audit.example/log\n+8\n{root}\n", ProofFault.NumberNotCanonical)]
    [InlineData("audit.example/log\n-8\n{root}\n", ProofFault.NumberNotCanonical)]
    [InlineData("audit.example/log\n 8\n{root}\n", ProofFault.NumberNotCanonical)]
    [InlineData("audit.example/log\n8.0\n{root}\n", ProofFault.NumberNotCanonical)]
    [InlineData("audit.example/log\n\u0668\n{root}\n", ProofFault.NumberNotCanonical)]
    [InlineData("audit.example/log\n9223372036854775808\n{root}\n", ProofFault.NumberNotCanonical)]
    [InlineData("audit.example/log\n8\n{root} \n", ProofFault.HashNotCanonical)]
    [InlineData("audit.example/log\n8\n{unpadded}\n", ProofFault.HashNotCanonical)]
    [InlineData("audit.example/log\n8\nAAAA\n", ProofFault.HashNotCanonical)]
    public void A_signed_text_that_is_no_checkpoint_is_refused(string text, ProofFault fault)
    {
        string root = Convert.ToBase64String(Tree.Root(8));
        string filled = text.Replace("{root}", root, StringComparison.Ordinal).Replace("{unpadded}", root.TrimEnd('='), StringComparison.Ordinal);

        Assert.Equal(fault, Rejected(() => Log.Trusted.Open(Log.Sign(filled))));
    }

    [Fact]
    public void Spare_bits_of_base64_are_no_second_spelling_of_a_root()
    {
        string root = Convert.ToBase64String(Tree.Root(8));
        string respelled = root[..^2] + (char)(root[^2] + 1) + "=";
        Assert.Equal(Convert.FromBase64String(root), Convert.FromBase64String(respelled));

        Assert.Equal(ProofFault.HashNotCanonical, Rejected(() => Log.Trusted.Open(Log.Sign($"{TestLog.Origin}\n8\n{respelled}\n"))));
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_a_signed_checkpoint_is_seen()
    {
        byte[] note = System.Text.Encoding.UTF8.GetBytes(Log.Sign(Text));
        for (int bit = 0; bit < 8 * note.Length; bit++)
        {
            byte[] damaged = [.. note];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Rejected(() => Log.Trusted.Open(System.Text.Encoding.UTF8.GetString(damaged)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name+530d903a")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("a name+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2kAAAA")]
    public void What_is_no_verifier_key_is_refused(string text) => Assert.Equal(ProofFault.KeyMalformed, Rejected(() => VerifierKey.Parse(text)));

    [Fact]
    public void Keys_of_different_names_are_not_one_logs() =>
        Assert.Equal(
        ProofFault.KeyMalformed, Rejected(() => _ = new TrustedLog(Log.Trusted.Keys[0], new TestLog("other.example").Trusted.Keys[0])));

    private static ProofFault Rejected(Action open) => Assert.Throws<ProofRejectedException>(open).Fault;
}
