using System.CommandLine;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit export</c>: the evidence bundle of an audit, as a file.</summary>
internal sealed class AuditExportCommand : Verb
{
    private const string Guide =
        """
        One file with everything that it takes to check the audit without asking anybody: a signed checkpoint, every step with its proof,
        the frame, the tickets (docs/evidence.md). It names who reviewed what: an auditor is given it once the audit has ended.
        The file is there whole or not at all.

        Examples:
          crimeaudit audit export tvp-2019 --out tvp-2019.bundle
          crimeaudit verify bundle tvp-2019.bundle --key VKEY
        """;

    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly Option<string> path = new("--out") { Description = "Where to; a file there is replaced", HelpName = "FILE", Required = true };

    private readonly ServerOptions server = new();

    public AuditExportCommand()
        : base("export", "Writes the evidence bundle of an audit", Guide)
    {
        Arguments.Add(audit);
        Options.Add(path);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        string target = Path.GetFullPath(result.GetRequiredValue(path));
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        string id = result.GetRequiredValue(audit);
        await WholeFile.WriteAsync(target, file => client.Audits.ExportAsync(new ExportAuditRequest { AuditId = id }, file, cancel));
        await result.InvocationConfiguration.Error.WriteLineAsync($"{new FileInfo(target).Length} bytes in {target}");
        return CommandLine.Ok;
    }
}
