using System.Buffers.Binary;
using System.Text;

namespace CrimeAudit.Client;

/// <summary>
/// Opens C2SP signed notes: a text, an empty line, and a line <c>— name base64(id ‖ signature)</c> a signature. Signatures by unknown
/// keys are ignored, which lets witnesses sign and keys change; one that names a trusted key must be by it.
/// </summary>
internal static class SignedNote
{
    private const string Separator = "\n\n";
    private const string Mark = "\u2014 ";
    private const int IdBytes = 4;

    /// <summary>More than the 16 that a verifier must take, and little enough to check.</summary>
    private const int MostSignatures = 32;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a note that one of the keys has signed at least.</summary>
    public static string Open(string note, IReadOnlyCollection<VerifierKey> trusted)
    {
        RequireText(note);
        int split = note.LastIndexOf(Separator, StringComparison.Ordinal);
        if (split < 0 || !note.EndsWith('\n') || split + Separator.Length == note.Length)
        {
            throw new ProofRejectedException(ProofFault.NoteMalformed, "A note is a text, an empty line, and lines of signatures.");
        }

        string text = note[..(split + 1)];
        string[] lines = note[(split + Separator.Length)..^1].Split('\n');
        if (lines.Length > MostSignatures)
        {
            throw new ProofRejectedException(ProofFault.TooManySignatures, $"A note has {lines.Length} signatures; {MostSignatures} are read.");
        }

        byte[] signed = Strict.GetBytes(text);
        // Every line is read before any is believed: a line that is none spoils the note wherever it stands.
        int good = lines.Select(ReadLine).ToList().Count(s => IsByTrustedKey(s, signed, trusted));
        return good > 0
            ? text
            : throw new ProofRejectedException(ProofFault.NoTrustedSignature, "The note is signed by none of the trusted keys.");
    }

    private static bool IsByTrustedKey((string Name, uint Id, byte[] Bytes) signature, byte[] signed, IReadOnlyCollection<VerifierKey> trusted)
    {
        VerifierKey? key = trusted.FirstOrDefault(k => k.Name == signature.Name && k.Id == signature.Id);
        return key is not null && (key.HasSigned(signed, signature.Bytes)
            ? true
            : throw new ProofRejectedException(ProofFault.SignatureWrong, $"A signature names the key of {key.Name} and is not by it."));
    }

    private static (string Name, uint Id, byte[] Bytes) ReadLine(string line)
    {
        string[] parts = line.StartsWith(Mark, StringComparison.Ordinal) ? line[Mark.Length..].Split(' ') : [];
        return parts.Length == 2 && VerifierKey.IsName(parts[0]) && CanonicalText.Base64(parts[1]) is { Length: > IdBytes } bytes
            ? (parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[IdBytes..])
            : throw new ProofRejectedException(ProofFault.SignatureMalformed, "A line of the note is not an em dash, a name and a base64 signature.");
    }

    private static void RequireText(string note)
    {
        if (note.Any(c => c < ' ' && c != '\n'))
        {
            throw new ProofRejectedException(ProofFault.NoteNotText, "The note holds a control character.");
        }

        try
        {
            _ = Strict.GetByteCount(note);
        }
        catch (EncoderFallbackException)
        {
            throw new ProofRejectedException(ProofFault.NoteNotText, "The note is not well-formed Unicode.");
        }
    }
}
