using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace AuditCli.Support;

/// <summary>The usual help, and under it what a <see cref="Verb"/> teaches.</summary>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private const string ExitCodes =
        """
        Exit codes:
          0  done
          1  interrupted, or anything without a code of its own
          2  wrong arguments or bad input; every problem is on standard error
          3  the server refused, with its reason and every violation on standard error
          4  the server cannot be reached
          5  import: done, some rows were rejected
          6  evidence was checked and proves nothing; why is on standard error
        """;

    // --help answers whatever else is wrong with the command line.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        string? teaching = parseResult.CommandResult.Command switch
        {
            RootCommand => ExitCodes,
            Verb verb => verb.Teaching,
            _ => null,
        };
        if (teaching is not null)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(teaching);
        }

        return code;
    }
}
