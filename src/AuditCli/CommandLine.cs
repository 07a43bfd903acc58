using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using AuditCli.Audits;
using AuditCli.Calc;
using AuditCli.Contrasts;
using AuditCli.Demo;
using AuditCli.Draw;
using AuditCli.Import;
using AuditCli.Ledger;
using AuditCli.Overdue;
using AuditCli.Rates;
using AuditCli.Serving;
using AuditCli.Support;
using AuditCli.Verify;
using AuditCli.Watch;

namespace AuditCli;

/// <summary>The <c>crimeaudit</c> command line: which verbs there are, and what their outcomes mean to a shell.</summary>
public static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Anything that is not the asker's doing.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments or bad input; every problem is on standard error.</summary>
    public const int BadInput = 2;

    /// <summary>The server refused; its reason and every violation are on standard error.</summary>
    public const int Refused = 3;

    /// <summary>The server cannot be reached, or cannot answer now.</summary>
    public const int Unreachable = 4;

    /// <summary><c>import</c> alone: done, and some rows were rejected.</summary>
    public const int RowsRejected = 5;

    /// <summary>Evidence was checked and proves nothing; why is on standard error.</summary>
    public const int NotProven = 6;

    // How long a verb may take to end in good order after Ctrl-C.
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(30);

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">What follows the program's name.</param>
    /// <param name="standardInput">Opens what a file name of <c>-</c> reads.</param>
    /// <param name="output">Where answers go, and nothing else.</param>
    /// <param name="error">Where notes and problems go.</param>
    /// <param name="cancel">Stops the command.</param>
    /// <returns>One of the codes above.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Func<Stream> standardInput, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        // Response files are off: a seed may begin with '@'.
        ParseResult parsed = Root(standardInput).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
            return await RefuseAsync(error, [.. parsed.Errors.Select(e => e.Message), $"Try: {Name(parsed)} --help"]);
        InvocationConfiguration invocation = new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = Ending,
        };
        return await Failures.TellAsync(error, () => parsed.InvokeAsync(invocation, cancel));
    }

    private static RootCommand Root(Func<Stream> standardInput)
    {
        RootCommand root = new("Audits how completely police record the crime that is reported to them.")
        {
            new ServeCommand(),
            new TokenCommand(),
            new ImportCommand(),
            new OverdueCommand(),
            new RateCommand(),
            AuditCommand.Create(standardInput),
            new CompareCommand(),
            new ExplainCommand(),
            CalcCommand.Create(standardInput),
            DrawCommand.Create(standardInput),
            WatchCommand.Create(),
            LedgerCommand.Create(standardInput),
            VerifyCommand.Create(standardInput),
            new DemoCommand(),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelp((HelpAction)help.Action!);
        return root;
    }

    private static string Name(ParseResult parsed)
    {
        List<string> names = [];
        for (System.CommandLine.Parsing.SymbolResult? at = parsed.CommandResult; at is System.CommandLine.Parsing.CommandResult command; at = at.Parent)
            names.Insert(0, command.Command is RootCommand ? "crimeaudit" : command.Command.Name);
        return string.Join(' ', names);
    }

    private static async Task<int> RefuseAsync(TextWriter error, IReadOnlyList<string> problems)
    {
        foreach (string problem in problems)
            await error.WriteLineAsync(problem);
        return BadInput;
    }
}
