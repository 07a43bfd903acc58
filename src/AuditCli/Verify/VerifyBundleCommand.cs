using System.CommandLine;
using System.Globalization;
using AuditCli.Input;
using AuditCli.Support;
using CrimeAudit.Client;

namespace AuditCli.Verify;

/// <summary><c>crimeaudit verify bundle</c>: checks an audit with nothing but its evidence bundle and the log's key.</summary>
internal sealed class VerifyBundleCommand : Verb
{
    private const string Guide =
        """
        FILE is the evidence bundle of an audit (crimeaudit-bundle/1, docs/evidence.md). Checked are the signature; that each step is in the
        signed log; that commitments stand before the freeze and reveals after it; the digest of the frame; seed, tickets and sample, all
        drawn anew; every review's place in the sample; and, of a final audit, that no step is kept back, that nothing is undecided, and
        that the estimate is what the reviews give, to the last digit. Nothing is asked of any server.

        Exit code 6: the bundle proves nothing; why is on standard error.

        Example: crimeaudit verify bundle tvp-2019.bundle --key audit.example/log+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
        """;

    private readonly Argument<string> file = new("FILE") { Description = "The bundle; '-' reads standard input" };

    private readonly KeyOption keys = new(required: true);

    private readonly Func<Stream> standardInput;

    public VerifyBundleCommand(Func<Stream> standardInput)
        : base("bundle", "Checks the evidence bundle of an audit offline", Guide)
    {
        this.standardInput = standardInput;
        Arguments.Add(file);
        keys.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        TrustedLog log = new([.. keys.Read(result).Select(VerifierKey.Parse)]);
        await using Stream bundle = InputFile.Open(result.GetRequiredValue(file), standardInput);
        BundleReport report = await EvidenceBundle.VerifyAsync(bundle, log, cancel);
        BundleSummary.Write(report, result.InvocationConfiguration.Output);
        return CommandLine.Ok;
    }
}
