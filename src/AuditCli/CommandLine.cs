using System.CommandLine;
using System.CommandLine.Invocation;
using AuditCli.Calc;
using AuditCli.Demo;
using AuditCli.Draw;
using AuditCli.Input;

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

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">What follows the program's name.</param>
    /// <param name="standardInput">Opens what a file name of <c>-</c> reads.</param>
    /// <param name="output">Where answers go, and nothing else.</param>
    /// <param name="error">Where notes and problems go.</param>
    /// <param name="cancel">Stops the command.</param>
    /// <returns><see cref="Ok"/>, <see cref="Failed"/> or <see cref="BadInput"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Func<Stream> standardInput, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        // Response files are off: a seed may begin with '@'.
        ParseResult parsed = Root(standardInput).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
            return await RefuseAsync(error, [.. parsed.Errors.Select(e => e.Message), $"Try: {Name(parsed)} --help"]);
        try
        {
            InvocationConfiguration invocation = new() { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(invocation, cancel);
        }
        catch (InputException e)
        {
            return await RefuseAsync(error, e.Problems);
        }
#pragma warning disable CA1031 // The shell gets an exit code and a line, never a stack.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await error.WriteLineAsync($"crimeaudit failed: {e.Message}");
            return Failed;
        }
    }

    private static RootCommand Root(Func<Stream> standardInput) => new("Audits how completely police record the crime that is reported to them.")
    {
        CalcCommand.Create(standardInput),
        DrawCommand.Create(standardInput),
        DemoCommand.Create(),
    };

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
