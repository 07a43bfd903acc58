using System.Text;
using AuditCli.Input;
using CrimeAudit.Client;

namespace AuditCli.Verify;

/// <summary>Reads notes and receipts: files of text.</summary>
internal static class EvidenceFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    /// <exception cref="InputException">The file is not there or cannot be read.</exception>
    /// <exception cref="ProofRejectedException">It is no text.</exception>
    public static string Read(string path, Func<Stream> standardInput)
    {
        try
        {
            return Strict.GetString(InputFile.Read(path, standardInput).Span);
        }
        catch (DecoderFallbackException)
        {
            throw new ProofRejectedException(ProofFault.NoteNotText, $"{path} is not well-formed UTF-8.");
        }
    }
}
