using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace AuditServer.Commands;

/// <summary>The usual help, and under it what a verb teaches.</summary>
internal sealed class VerbHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Program =
        """
        Configuration is the server's: --Section:Setting=VALUE, environment variables (Section__Setting), appsettings.json.
        It stands alone to serve, and after a verb.

        Examples:
          AuditServer --CrimeAudit:Storage:Path=/srv/crimeaudit.db
          AuditServer migrate --CrimeAudit:Storage:Path=/srv/crimeaudit.db
          AuditServer export crimeaudit.jsonl --CrimeAudit:Storage:Path=/srv/crimeaudit.db

        Exit codes:
           0  done
           1  interrupted, or anything without a code of its own
           2  wrong arguments
          65  a file or a log is not what it must be: the line and the reason are on standard error; or rebuild or
              fsck found something, and it is on standard output
          78  the configuration was refused
        """;

    // --help answers whatever else is wrong with the command line.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine((parseResult.CommandResult.Command as ServerVerb)?.Teaching ?? Program);
        return code;
    }
}
