using System.Text;
using AuditCore.Ledger;

namespace AuditCore.Tests.Ledger;

public sealed class SignedNoteTests
{
    private const string SpecifiedKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private const string Specified =
        "This is an example message.\n\n" +
        "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    [Fact]
    public void The_note_of_the_specification_is_verified_by_its_key()
    {
        SignedNote note = SignedNote.Parse(Specified);
        Assert.Equal(NoteVerdict.Verified, note.Check([VerifierKey.Parse(SpecifiedKey)]));
        Assert.Equal("This is an example message.\n", note.Text);
        Assert.Equal(Specified, note.ToString());
        Assert.Equal(SpecifiedKey, VerifierKey.Parse(SpecifiedKey).ToString());
    }

    [Fact]
    public void A_changed_text_or_signature_of_a_known_key_rejects_the_note()
    {
        VerifierKey key = VerifierKey.Parse(SpecifiedKey);
        Assert.Equal(NoteVerdict.WrongSignature, SignedNote.Parse(Specified.Replace("an", "no", StringComparison.Ordinal)).Check([key]));
        SignedNote note = SignedNote.Parse(Specified);
        for (int bit = 0; bit < 8 * note.Signatures[0].Signature.Length; bit++)
        {
            byte[] flipped = [.. note.Signatures[0].Signature];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(NoteVerdict.WrongSignature, (note with { Signatures = [note.Signatures[0] with { Signature = flipped }] }).Check([key]));
        }

        Assert.Equal(
            NoteVerdict.WrongSignature,
            (note with { Signatures = [note.Signatures[0] with { Signature = note.Signatures[0].Signature[1..] }] }).Check([key]));
    }

    [Fact]
    public void Signatures_of_unknown_keys_are_passed_by()
    {
        using SigningKey known = SigningKey.Create("example.com/log");
        using SigningKey unknown = SigningKey.Create("example.com/log");
        SignedNote note = SignedNote.Sign("text\n", [unknown, known]);

        Assert.Equal(NoteVerdict.Verified, note.Check([known.Verifier]));
        Assert.Equal(NoteVerdict.NoKnownKey, SignedNote.Sign("text\n", [unknown]).Check([known.Verifier]));
        Assert.Equal(NoteVerdict.NoKnownKey, note.Check([]));
        // Same id, other name; same name, other id.
        NoteSignature signature = note.Signatures[1];
        Assert.Equal(NoteVerdict.NoKnownKey, (note with { Signatures = [signature with { Name = "example.com/other" }] }).Check([known.Verifier]));
        Assert.Equal(NoteVerdict.NoKnownKey, (note with { Signatures = [signature with { Id = signature.Id ^ 1 }] }).Check([known.Verifier]));
    }

    [Fact]
    public void While_keys_are_changed_both_sign_and_either_verifies()
    {
        using SigningKey older = SigningKey.Create("example.com/log");
        using SigningKey newer = SigningKey.Create("example.com/log");
        SignedNote note = SignedNote.Parse(SignedNote.Sign("text\n", [older, newer]).ToString());

        Assert.Equal(NoteVerdict.Verified, note.Check([older.Verifier]));
        Assert.Equal(NoteVerdict.Verified, note.Check([newer.Verifier]));
        byte[] wrong = [.. note.Signatures[1].Signature];
        wrong[0] ^= 1;
        SignedNote spoilt = note with { Signatures = [note.Signatures[0], note.Signatures[1] with { Signature = wrong }] };
        Assert.Equal(NoteVerdict.Verified, spoilt.Check([older.Verifier]));
        Assert.Equal(NoteVerdict.WrongSignature, spoilt.Check([older.Verifier, newer.Verifier]));
    }

    [Fact]
    public void A_text_with_empty_lines_ends_before_the_last_of_them()
    {
        using SigningKey key = SigningKey.Create("quasimodo.example/salvatore");
        string text = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n";
        SignedNote note = SignedNote.Parse(SignedNote.Sign(text, [key]).ToString());
        Assert.Equal(text, note.Text);
        Assert.Equal(NoteVerdict.Verified, note.Check([key.Verifier]));
    }

    [Theory]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— a AAAAAAA=")]
    [InlineData("text\n\n- a AAAAAAA=\n")]
    [InlineData("text\n\n— a  AAAAAAA=\n")]
    [InlineData("text\n\n— a+b AAAAAAA=\n")]
    [InlineData("text\n\n— AAAAAAA=\n")]
    [InlineData("text\n\n— a AAAAAA==\n")]
    [InlineData("text\n\n— a AAAAAAB=\n")]
    [InlineData("text\n\n— a AAAAAAA= \n")]
    [InlineData("te\rxt\n\n— a AAAAAAA=\n")]
    [InlineData("te\0xt\n\n— a AAAAAAA=\n")]
    public void What_is_no_note_is_refused(string note) => Assert.Throws<FormatException>(() => SignedNote.Parse(note));

    [Fact]
    public void Notes_of_sixteen_signatures_are_read_and_of_very_many_are_not()
    {
        Assert.Equal(16, SignedNote.Parse(Signed(16)).Signatures.Count);
        Assert.Throws<FormatException>(() => SignedNote.Parse(Signed(101)));
    }

    [Theory]
    [InlineData("example.com/foo")]
    [InlineData("example.com/foo+530d903a")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/fob+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==")]
    public void What_is_no_verifier_key_is_refused(string text) => Assert.Throws<FormatException>(() => VerifierKey.Parse(text));

    [Fact]
    public void A_signing_key_is_read_back_whole_or_refused()
    {
        using SigningKey key = SigningKey.Create("example.com/log");
        string text = key.Export();
        using SigningKey read = SigningKey.Parse(text);
        Assert.Equal(key.Verifier.ToString(), read.Verifier.ToString());
        Assert.Equal(NoteVerdict.Verified, SignedNote.Sign("a\n", [read]).Check([key.Verifier]));
        Assert.Throws<FormatException>(() => SigningKey.Parse(text + "\n"));
        Assert.Throws<FormatException>(() => SigningKey.Parse(text.Replace("/log+", "/lob+", StringComparison.Ordinal)));
        Assert.Throws<FormatException>(() => SigningKey.Parse(key.Verifier.ToString()));
        Assert.Throws<FormatException>(() => SigningKey.Create("a name"));
    }

    [Fact]
    public void Text_that_is_not_Unicode_is_not_signed()
    {
        using SigningKey key = SigningKey.Create("log");
        Assert.Throws<FormatException>(() => SignedNote.Sign("\ud800\n", [key]));
        Assert.Throws<FormatException>(() => SignedNote.Sign("no line feed", [key]));
    }

    private static string Signed(int times) =>
        new StringBuilder("text\n\n").Insert("text\n\n".Length, "— a AAAAAAA=\n", times).ToString();
}
