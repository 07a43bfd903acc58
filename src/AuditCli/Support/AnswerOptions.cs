using System.CommandLine;
using Google.Protobuf;
using Spectre.Console;

namespace AuditCli.Support;

/// <summary>At which level an answer is, and how it is written.</summary>
/// <param name="line">What a line of CSV is.</param>
internal sealed class AnswerOptions(string line)
{
    private readonly Option<double> level = new("--level")
    {
        Description = "Confidence level, 0.5 to 0.999",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => 0.95,
    };

    private readonly Option<bool> json = new("--json") { Description = "The answer in JSON, as the contract has it" };

    private readonly Option<bool> csv = new("--csv") { Description = line };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { level, json, csv })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The level; one that cannot be asked for, and both ways of writing at once, are problems.</summary>
    public double Level(ParseResult result, List<string> problems)
    {
        double asked = result.GetValue(level);
        if (asked is not (>= 0.5 and <= 0.999))
        {
            problems.Add(FormattableString.Invariant($"--level: {asked} is not from 0.5 to 0.999"));
        }

        if (IsJson(result) && IsCsv(result))
        {
            problems.Add("--json and --csv: only one of them");
        }

        return asked;
    }

    /// <summary>Writes an answer in the way that was asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="answer">The answer, for JSON.</param>
    /// <param name="table">Writes it as CSV.</param>
    /// <param name="page">Writes it to be read.</param>
    public void Write(ParseResult result, IMessage answer, Action<TextWriter> table, Action<IAnsiConsole> page)
    {
        TextWriter output = result.InvocationConfiguration.Output;
        if (IsJson(result))
        {
            output.WriteLine(JsonFormatter.Default.Format(answer));
        }
        else if (IsCsv(result))
        {
            table(output);
        }
        else
        {
            page(Consoles.For(output));
        }
    }

    private bool IsJson(ParseResult result) => result.GetValue(json);

    private bool IsCsv(ParseResult result) => result.GetValue(csv);
}
