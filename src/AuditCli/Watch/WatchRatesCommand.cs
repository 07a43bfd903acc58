using System.CommandLine;
using AuditCli.Input;
using AuditCli.Rates;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Watch;

/// <summary><c>crimeaudit watch rates</c>: the live rate of a force whenever it changes.</summary>
internal sealed class WatchRatesCommand : Verb
{
    private const string Guide =
        """
        At a terminal a table that stays in its place; with --json, or when the output goes elsewhere, one message a line in JSON:
        answers, whole, and heartbeats. A new answer comes when something is recorded and at the instant when a deadline passes. Lost
        connections are mended; the answer of then comes first again. Ctrl-C is a good end (exit code 0).

        Examples:
          crimeaudit watch rates --force thames-valley --by class
          crimeaudit watch rates --force thames-valley --json | jq .answer.total.accountedForRate
        """;

    private readonly RateQuestionOptions question = new();

    private readonly Option<bool> json = new("--json") { Description = "One message a line, in JSON" };

    private readonly ServerOptions server = new();

    public WatchRatesCommand()
        : base("rates", "Follows the live share of alleged crimes that are accounted for", Guide)
    {
        question.AddTo(this);
        Options.Add(json);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        List<string> problems = [];
        GetAccountedForRateRequest request = question.Read(result, problems);
        InputException.ThrowIfAny(problems);
        CrimeAuditClientOptions options = server.Read(result);
        TextWriter error = result.InvocationConfiguration.Error;
        TextWriter output = result.InvocationConfiguration.Output;
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(options, cancel);
        IncidentWatchOptions going = new() { OnInterrupted = end => error.WriteLine($"The stream ended, going on: {end.Message}") };
        IAsyncEnumerable<WatchAccountedForRateResponse> messages = client.Rates.WatchAccountedForAsync(request, going, cancel);
        try
        {
            await WatchDisplay<WatchAccountedForRateResponse>.For(output, result.GetValue(json), new RatesBoard()).ShowAsync(messages);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Ctrl-C: a watch has no other end.
        }

        return CommandLine.Ok;
    }
}
