using System.CommandLine;
using AuditCli.Input;
using AuditCli.Support;
using CrimeAudit.Client;
using Google.Protobuf;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary>A verb that asks one question about an audit at a confidence level, and writes the answer as JSON, as CSV, or to be read.</summary>
/// <typeparam name="TAnswer">The answer.</typeparam>
internal abstract class AuditAnswerVerb<TAnswer> : Verb
    where TAnswer : IMessage
{
    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly AnswerOptions answer;

    private readonly ServerOptions server = new();

    /// <param name="name">The verb.</param>
    /// <param name="description">What it does, in a line.</param>
    /// <param name="guide">What its help adds.</param>
    /// <param name="line">What a line of CSV is.</param>
    protected AuditAnswerVerb(string name, string description, string guide, string line)
        : base(name, description, guide)
    {
        answer = new AnswerOptions(line);
        Arguments.Add(audit);
        answer.AddTo(this);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    protected abstract Task<TAnswer> AskAsync(CrimeAuditClient client, string auditId, double level, CancellationToken cancel);

    protected abstract string Table(TAnswer answer);

    protected abstract void Write(TAnswer answer, IAnsiConsole console);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        List<string> problems = [];
        double level = answer.Level(result, problems);
        InputException.ThrowIfAny(problems);
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        TAnswer told = await AskAsync(client, result.GetRequiredValue(audit), level, cancel);
        answer.Write(result, told, output => output.Write(Table(told)), console => Write(told, console));
        return CommandLine.Ok;
    }
}
