using System.CommandLine;
using System.Globalization;
using AuditCli.Input;
using AuditCli.Support;
using CrimeAudit.Client;

namespace AuditCli.Verify;

/// <summary><c>crimeaudit verify receipt</c>: checks a receipt with nothing but the log's key.</summary>
internal sealed class VerifyReceiptCommand : Verb
{
    private const string Guide =
        """
        FILE is a receipt as the server gives it (c2sp.org/tlog-proof@v1): the entry's index, its path through the tree, and a signed
        checkpoint. Its extra data is the leaf text of the entry, unless --leaf names a file with it. Nothing is asked of any server.

        The leaf names force, sending system, request id, kind, accepted time, and the digest SHA-256(salt + stored bytes).

        Exit code 6: the receipt proves nothing; why is on standard error.

        Example: crimeaudit verify receipt a.tlog-proof --key audit.example/log+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
        """;

    private readonly Argument<string> file = new("FILE") { Description = "The receipt; '-' reads standard input" };

    private readonly Option<string?> leaf = new("--leaf") { Description = "A file with the leaf text, in place of the extra data", HelpName = "FILE" };

    private readonly KeyOption keys = new(required: true);

    private readonly Func<Stream> standardInput;

    public VerifyReceiptCommand(Func<Stream> standardInput)
        : base("receipt", "Checks a receipt offline", Guide)
    {
        this.standardInput = standardInput;
        Arguments.Add(file);
        Options.Add(leaf);
        keys.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult result)
    {
        TrustedLog log = new([.. keys.Read(result).Select(VerifierKey.Parse)]);
        TlogProof proof = TlogProof.Parse(EvidenceFile.Read(result.GetRequiredValue(file), standardInput), log);
        ReadOnlyMemory<byte> entry = result.GetValue(leaf) is { } path ? InputFile.Read(path, standardInput) : proof.Extra;
        proof.RequireLeaf(entry.Span);
        Write(EntryLeaf.Parse(entry.Span), proof, result.InvocationConfiguration.Output);
        return CommandLine.Ok;
    }

    private static void Write(EntryLeaf entry, TlogProof proof, TextWriter output)
    {
        CultureInfo plain = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(plain, $"Entry {proof.Index} of {proof.Checkpoint.Size} in the log {proof.Checkpoint.Origin}"));
        output.WriteLine(string.Create(plain, $"  force       {entry.Force}"));
        output.WriteLine(string.Create(plain, $"  system      {entry.SourceSystem}"));
        output.WriteLine(string.Create(plain, $"  request id  {entry.RequestId}"));
        output.WriteLine(string.Create(plain, $"  kind        {entry.Kind}"));
        output.WriteLine(string.Create(plain, $"  accepted    {entry.AcceptedTime:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}"));
        output.WriteLine(string.Create(plain, $"  digest      {Convert.ToHexStringLower(entry.Digest.Span)}"));
    }
}
