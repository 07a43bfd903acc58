using System.CommandLine;
using AuditCore.Ledger;
using AuditServer.Security;

namespace AuditServer.Commands;

/// <summary><c>AuditServer new-key</c>: a key that signs checkpoints, in a file that only its owner can read.</summary>
internal sealed class NewKeyCommand : ServerVerb
{
    private const string Guide =
        """
        The file is for CrimeAudit:Ledger:KeyFile. Its one line is a private key in the form that Go's note package has too:
        whoever reads it can sign in the name of the log. The verifier key on standard output is for everybody who checks the
        log; publish it where readers trust you.

        To change keys, make a second file, name it in CrimeAudit:Ledger:NextKeyFile until every reader has the new verifier
        key (both sign), and then in CrimeAudit:Ledger:KeyFile alone.

        Examples:
          AuditServer new-key crimeaudit.example.org/log /etc/crimeaudit/ledger.key
        """;

    private readonly Argument<string> origin = new("origin") { HelpName = "ORIGIN", Description = "CrimeAudit:Ledger:Origin, the name of the log" };

    private readonly Argument<string> file = new("file") { HelpName = "FILE", Description = "Where the key goes; there must be no such file" };

    public NewKeyCommand()
        : base("new-key", "Makes a key that signs checkpoints", Guide)
    {
        Arguments.Add(origin);
        Arguments.Add(file);
        SetAction(Run);
    }

    private int Run(ParseResult result)
    {
        string path = Path.GetFullPath(result.GetValue(file)!);
        using SigningKey key = Create(result.GetValue(origin)!);
        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new UsageException($"FILE: there is no folder '{Path.GetDirectoryName(path)}'");
        }

        if (!PrivateFile.TryCreate(path, key.Export()))
        {
            throw new UsageException($"FILE: '{path}' is there already, and no key is ever written over");
        }

        result.InvocationConfiguration.Output.WriteLine(key.Verifier.ToString());
        return ServerCommandLine.Ok;
    }

    private static SigningKey Create(string name)
    {
        try
        {
            return SigningKey.Create(name);
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"ORIGIN: {wrong.Message}");
        }
    }
}
