using System.CommandLine;

namespace AuditCli.Verify;

/// <summary>The group of verbs that check evidence.</summary>
internal static class VerifyCommand
{
    public static Command Create(Func<Stream> standardInput) => new("verify", "Checks evidence: receipts and audits offline, and that a log has only grown")
    {
        new VerifyReceiptCommand(standardInput),
        new VerifyBundleCommand(standardInput),
        new VerifyLogCommand(standardInput),
    };
}
