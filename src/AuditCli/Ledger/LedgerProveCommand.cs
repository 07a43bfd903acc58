using System.CommandLine;
using AuditCli.Input;
using AuditCli.Support;

namespace AuditCli.Ledger;

/// <summary><c>ledger prove</c>: paths over leaves, without a server.</summary>
internal sealed class LedgerProveCommand : Verb
{
    private const string Guide =
        """
        FILE is as in 'ledger root'. With --index the RFC 6962 path that proves the leaf to be in the tree of all leaves, from its
        neighbour up; with --from the path that proves the tree of the first M leaves to be its beginning. The answer is a hash a
        line, in hexadecimal; a tree of one leaf, and M equal to all leaves, have an empty path.

        Examples:
          crimeaudit ledger prove --leaves leaves.txt --index 4
          crimeaudit ledger prove --leaves leaves.txt --from 3
        """;

    private readonly Func<Stream> standardInput;

    private readonly Option<string> leaves = new("--leaves") { Required = true, HelpName = "FILE", Description = "The leaves; '-' reads standard input" };

    private readonly Option<long?> index = new("--index") { HelpName = "I", Description = "Prove this leaf, counted from 0" };

    private readonly Option<long?> from = new("--from") { HelpName = "M", Description = "Prove the tree of the first M leaves, at least 1" };

    public LedgerProveCommand(Func<Stream> standardInput)
        : base("prove", "The Merkle path of a leaf, or between two trees; no server needed", Guide)
    {
        this.standardInput = standardInput;
        Options.Add(leaves);
        Options.Add(index);
        Options.Add(from);
        Validators.Add(result =>
        {
            if (result.GetValue(index) is null == result.GetValue(from) is null)
            {
                result.AddError("Give one of --index and --from.");
            }
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        var tree = new LeafTree(LeavesFile.Read(result.GetRequiredValue(leaves), standardInput));
        IReadOnlyList<byte[]> path = result.GetValue(index) is { } leaf
            ? await tree.Proofs.InclusionAsync(Within("--index", leaf, 0, tree.Size - 1), tree.Size, cancel)
            : await tree.Proofs.ConsistencyAsync(Within("--from", result.GetValue(from)!.Value, 1, tree.Size), tree.Size, cancel);
        foreach (byte[] hash in path)
        {
            await result.InvocationConfiguration.Output.WriteLineAsync(Convert.ToHexStringLower(hash));
        }

        return CommandLine.Ok;
    }

    private static long Within(string option, long value, long least, long most) => value >= least && value <= most
        ? value
        : throw new InputException([FormattableString.Invariant($"{option} {value}: must be {least} to {most}, by the leaves in the file.")]);
}
