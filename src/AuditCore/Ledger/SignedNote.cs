using System.Buffers.Binary;
using System.Text;

namespace AuditCore.Ledger;

/// <summary>A text with signatures, as C2SP <c>signed-note</c> has it.</summary>
/// <param name="Text">What is signed, ended by a line feed.</param>
/// <param name="Signatures">Who says that they signed it, at least one.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const string Separator = "\n\n";
    private const string Dash = "— ";
    private const int IdBytes = 4;

    // The specification asks for 16 at least.
    private const int MostSignatures = 100;

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text, ended by a line feed.</param>
    /// <param name="keys">Who signs, at least one; several while keys are changed.</param>
    /// <exception cref="FormatException">The text cannot be a note's.</exception>
    public static SignedNote Sign(string text, IReadOnlyCollection<SigningKey> keys)
    {
        ArgumentOutOfRangeException.ThrowIfZero(keys.Count);
        RequireText(text);
        byte[] bytes = StrictText.Utf8(text);
        return new SignedNote(text, [.. keys.Select(k => new NoteSignature(k.Verifier.Name, k.Verifier.Id, k.Sign(bytes)))]);
    }

    /// <summary>Reads a note. What it says is to be believed only after <see cref="Check"/>.</summary>
    /// <param name="note">The whole note.</param>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static SignedNote Parse(string note)
    {
        int end = note.LastIndexOf(Separator, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new FormatException("The note has no empty line before its signatures.");
        }

        string text = note[..(end + 1)];
        RequireText(text);
        string[] lines = StrictText.Lines("note", note[(end + Separator.Length)..]);
        return lines.Length <= MostSignatures
            ? new SignedNote(text, [.. lines.Select(Read)])
            : throw new FormatException($"The note has {lines.Length} signatures; {MostSignatures} are read.");
    }

    /// <summary>Checks the signatures of known keys, and passes those of others by.</summary>
    /// <param name="trusted">The known keys.</param>
    public NoteVerdict Check(IReadOnlyCollection<VerifierKey> trusted)
    {
        byte[] bytes = StrictText.Utf8(Text);
        var verdict = NoteVerdict.NoKnownKey;
        foreach (NoteSignature signature in Signatures)
        {
            foreach (VerifierKey key in trusted.Where(k => k.Name == signature.Name && k.Id == signature.Id))
            {
                if (!key.Verifies(bytes, signature.Signature))
                {
                    return NoteVerdict.WrongSignature;
                }

                verdict = NoteVerdict.Verified;
            }
        }

        return verdict;
    }

    /// <summary>The whole note.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (NoteSignature signature in Signatures)
        {
            byte[] bytes = new byte[IdBytes + signature.Signature.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.Id);
            signature.Signature.CopyTo(bytes.AsSpan(IdBytes));
            note.Append(Dash).Append(signature.Name).Append(' ').Append(Convert.ToBase64String(bytes)).Append('\n');
        }

        return note.ToString();
    }

    private static NoteSignature Read(string line)
    {
        string[] parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
        if (parts.Length != 2 || !StrictText.IsKeyName(parts[0]))
        {
            throw new FormatException("A signature line is an em dash, the key's name and the signature, with a space between each.");
        }

        byte[] bytes = StrictText.Base64("signature", parts[1]);
        return bytes.Length > IdBytes
            ? new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[IdBytes..])
            : throw new FormatException("The signature holds no more than a key's id.");
    }

    private static void RequireText(string text)
    {
        if (!text.EndsWith('\n') || text.Any(c => c < ' ' && c != '\n'))
        {
            throw new FormatException("The note's text does not end with a line feed, or holds a control character.");
        }
    }
}
