using System.CommandLine;
using AuditCli.Input;
using AuditCore.Estimation;

namespace AuditCli.Calc;

/// <summary><c>calc interval</c>: intervals of a plain count.</summary>
internal static class CalcIntervalCommand
{
    private const string Description =
        """
        95 % intervals of a plain count, such as 126 of 138 rapes: Wilson and Clopper–Pearson.
        Counts are crimes, answers are fractions of 1. For a sample in strata, or of reports with several crimes, use 'calc rate'.

        Example: crimeaudit calc interval --recorded 126 --required 138
        """;

    public static Command Create()
    {
        Option<int> recorded = new("--recorded") { Required = true, HelpName = "CRIMES", Description = "Crimes recorded, 0 up to those required." };
        Option<int> required = new("--required") { Required = true, HelpName = "CRIMES", Description = "Crimes that should have been recorded, at least 1." };
        Command command = new("interval", Description) { recorded, required };
        command.SetAction(parsed => Run(parsed.GetValue(recorded), parsed.GetValue(required), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(int recorded, int required, TextWriter output)
    {
        Check(recorded, required);
        Interval wilson = BinomialIntervals.Wilson(recorded, required);
        Interval clopperPearson = BinomialIntervals.ClopperPearson(recorded, required);
        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("recorded", recorded);
            json.WriteNumber("required", required);
            json.Defined("wilson95", wilson);
            json.Defined("clopper_pearson95", clopperPearson);
            json.WriteEndObject();
        });
        return CommandLine.Ok;
    }

    private static void Check(int recorded, int required)
    {
        List<string> problems = [];
        if (required < 1)
            problems.Add(FormattableString.Invariant($"--required {required}: must be at least 1."));
        if (recorded < 0)
            problems.Add(FormattableString.Invariant($"--recorded {recorded}: must not be negative."));
        if (recorded > Math.Max(required, 0))
            problems.Add(FormattableString.Invariant($"--recorded {recorded}: more than the {required} required."));
        InputException.ThrowIfAny(problems);
    }
}
