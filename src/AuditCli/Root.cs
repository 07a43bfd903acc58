using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using AuditCli.Calc;
using AuditCli.Import;
using AuditCli.Serving;
using AuditCli.Support;

namespace AuditCli;

/// <summary>The command <c>crimeaudit</c>: its verbs, and what all of them share — help that teaches, exit codes, errors in short.</summary>
internal static class Root
{
    /// <summary>How long a verb may take to end in good order after Ctrl-C.</summary>
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(30);

    public static RootCommand Create()
    {
        RootCommand root = new("Audits the recording of crime: runs the service, feeds it, and computes what needs no service.")
        {
            new ServeCommand(),
            new TokenCommand(),
            new ImportCommand(),
            // The slot of the demonstration: DemoCommand.Create(),
            new Verb("calc", "Figures that need no service")
            {
                UnrecordedCommand.Create(),
            },
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelp((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Parses and runs.</summary>
    /// <param name="args">The command line, without the program's name.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="error">Where problems and progress go.</param>
    /// <param name="cancel">Ends the verb, as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        ParseResult parsed = Create().Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            return TellWrongArguments(parsed, error);
        }

        InvocationConfiguration configuration = new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = Ending,
        };
        return await Failures.TellAsync(error, () => parsed.InvokeAsync(configuration, cancel));
    }

    private static int TellWrongArguments(ParseResult parsed, TextWriter error)
    {
        foreach (ParseError problem in parsed.Errors)
        {
            error.WriteLine(problem.Message);
        }

        IEnumerable<string> names = PathTo(parsed.CommandResult).Reverse();
        error.WriteLine($"Help: crimeaudit {string.Concat(names.Select(name => name + " "))}--help");
        return ExitCode.BadInput;
    }

    private static IEnumerable<string> PathTo(CommandResult? command)
    {
        for (; command is not null and { Command: not RootCommand }; command = command.Parent as CommandResult)
        {
            yield return command.Command.Name;
        }
    }
}
