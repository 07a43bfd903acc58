using AuditCli.Support;

namespace AuditCli.Ledger;

/// <summary><c>ledger</c>: the log as evidence.</summary>
internal static class LedgerCommand
{
    public static Verb Create(Func<Stream> standardInput) => new("ledger", "The log as evidence: checkpoints, roots, proofs and erasures")
    {
        new LedgerCheckpointCommand(),
        new LedgerRootCommand(standardInput),
        new LedgerProveCommand(standardInput),
        new LedgerRedactCommand(),
    };
}
