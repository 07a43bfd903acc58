using System.CommandLine;
using System.Globalization;
using AuditCli.Input;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Ledger;

/// <summary><c>ledger redact</c>: erases the references of an incident from the log.</summary>
internal sealed class LedgerRedactCommand : Verb
{
    private const string Guide =
        """
        Every entry that speaks of the incident of the entry named loses what it holds: references to the incident, to alleged and
        recorded crimes and to victims. Random tokens stand in for them, so rates, lists, audits that are over and all proofs stay as
        they are. Nothing brings back what was erased, and backups and exports that were made before hold it still: docs/redaction.md
        says what to do about those.

        Refused while an audit that is not over (final, abandoned or voided) holds the report in its frame. The credential is a
        registrar's of the force, or an administrator's. The request id stays in the log for ever and must tell nothing of a person; given
        again with the same entry, reason and basis, it gets the same answer.

        Example: crimeaudit ledger redact --entry 4711 --request-id erasure-2026-014 --reason "Erasure granted" --yes
        """;

    private readonly ServerOptions server = new();

    private readonly Option<long> entry = new("--entry")
    {
        Required = true,
        HelpName = "INDEX",
        Description = "An entry that speaks of the incident: a receipt names it, and so does the incident's history",
    };

    private readonly Option<string> requestId = new("--request-id")
    {
        Required = true,
        HelpName = "ID",
        Description = "Makes the request unique; it stays in the log",
    };

    private readonly Option<string> reason = new("--reason") { Required = true, HelpName = "TEXT", Description = "Why; no names" };

    private readonly Option<string?> basis = new("--basis") { HelpName = "TEXT", Description = "The law that it rests on" };

    private readonly Option<bool> yes = new("--yes") { Description = "Do it: without this nothing is erased" };

    public LedgerRedactCommand()
        : base("redact", "Erases the references of an incident from the log, for ever", Guide)
    {
        server.AddTo(this);
        Options.Add(entry);
        Options.Add(requestId);
        Options.Add(reason);
        Options.Add(basis);
        Options.Add(yes);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        var request = new RedactEntryRequest
        {
            EntryIndex = result.GetValue(entry),
            RequestId = result.GetValue(requestId),
            Reason = result.GetValue(reason),
            LegalBasis = result.GetValue(basis) ?? "",
        };
        if (!result.GetValue(yes))
        {
            throw new InputException(
                [Text($"--yes: is missing. All references to the incident of entry {request.EntryIndex} would be erased for ever")]);
        }

        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        RedactEntryResponse done = await client.Ledger.RedactEntryAsync(request, cancel);
        await result.InvocationConfiguration.Output.WriteLineAsync(Text(
            $"entry {done.EntryIndex} of the log says that {done.RedactedEntries} entries were erased{(done.Replayed ? ", as it did before" : "")}"));
        if (done.ErasurePending)
        {
            await result.InvocationConfiguration.Error.WriteLineAsync(
                "Copies are still in the database's journal, because somebody reads it; the server removes them as soon as nobody does");
        }

        return CommandLine.Ok;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
