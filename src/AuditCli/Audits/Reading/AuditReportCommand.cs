using System.CommandLine;
using System.Text;
using AuditCli.Audits.Report;
using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit report</c>: an audit as one page that opens anywhere.</summary>
internal sealed class AuditReportCommand : Verb
{
    private const string Guide =
        """
        One HTML file with its pictures in it: rates with their intervals, from required to recorded correctly, which records of "no crime"
        were right, hours that recording took, what goes with crimes that were missed, how far reviews can be relied on. It needs no network, runs no script, and prints well. Needs a lead's token.

        Example: crimeaudit audit report tvp-2019 --out tvp-2019.html
        """;

    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly Option<string> path = new("--out") { Description = "Where to; a file there is replaced", HelpName = "FILE", Required = true };

    private readonly ServerOptions server = new();

    public AuditReportCommand()
        : base("report", "Writes an audit as one page of HTML", Guide)
    {
        Arguments.Add(audit);
        Options.Add(path);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        string text = await PageAsync(client, result.GetRequiredValue(audit), cancel);
        string target = Path.GetFullPath(result.GetRequiredValue(path));
        await WholeFile.WriteAsync(target, async file => await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancel));
        await result.InvocationConfiguration.Error.WriteLineAsync(target);
        return CommandLine.Ok;
    }

    /// <summary>A void audit has neither sample nor estimate to be read.</summary>
    private static async Task<string> PageAsync(CrimeAuditClient client, string auditId, CancellationToken cancel)
    {
        Audit audit = (await client.Audits.GetAsync(auditId, cancel)).Audit;
        return audit.State == AuditState.Voided ? ReportPage.OfVoid(audit) : ReportPage.Of(await WholeAudit.ReadAsync(client, auditId, cancel));
    }
}
