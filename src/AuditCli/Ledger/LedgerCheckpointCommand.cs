using System.CommandLine;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Ledger;

/// <summary><c>ledger checkpoint</c>: what the log signed last about its tree.</summary>
internal sealed class LedgerCheckpointCommand : Verb
{
    private const string Guide =
        """
        The answer is the signed note (C2SP tlog-checkpoint) as it is: origin, tree size, root hash in base64, an empty line,
        signatures. Kept, it pins the log: a later one must be proved to have grown from it. The keys with which the server says
        that it signs go to standard error; a key to trust comes by another way.

        Example: crimeaudit ledger checkpoint > kent-2026-01-31.checkpoint
        """;

    private readonly ServerOptions server = new();

    public LedgerCheckpointCommand()
        : base("checkpoint", "The latest checkpoint that the log signed", Guide)
    {
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        GetCheckpointResponse checkpoint = await client.Ledger.GetCheckpointAsync(cancel);
        await result.InvocationConfiguration.Output.WriteAsync(checkpoint.Checkpoint);
        foreach (string key in checkpoint.VerifierKeys)
        {
            await result.InvocationConfiguration.Error.WriteLineAsync($"signed by {key}");
        }

        return CommandLine.Ok;
    }
}
