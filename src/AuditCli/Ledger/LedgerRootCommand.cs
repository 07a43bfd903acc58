using System.CommandLine;
using AuditCli.Support;

namespace AuditCli.Ledger;

/// <summary><c>ledger root</c>: the root over leaves, without a server.</summary>
internal sealed class LedgerRootCommand : Verb
{
    private const string Guide =
        """
        RFC 6962 hashing: SHA-256(0x00 ‖ leaf), SHA-256(0x01 ‖ left ‖ right). FILE holds the data of one leaf a line, in
        hexadecimal; an empty line is a leaf of no bytes, an empty file the empty tree. The answer is the root, in hexadecimal.

        Example: printf '\n00\n10\n' | crimeaudit ledger root --leaves -
        """;

    public LedgerRootCommand(Func<Stream> standardInput)
        : base("root", "The Merkle root over leaves; no server needed", Guide)
    {
        Option<string> leaves = new("--leaves") { Required = true, HelpName = "FILE", Description = "The leaves; '-' reads standard input" };
        Options.Add(leaves);
        SetAction(parsed =>
        {
            var tree = new LeafTree(LeavesFile.Read(parsed.GetRequiredValue(leaves), standardInput));
            parsed.InvocationConfiguration.Output.WriteLine(Convert.ToHexStringLower(tree.Root));
            return CommandLine.Ok;
        });
    }
}
