using System.CommandLine;
using AuditCli.Input;
using AuditCli.Support;
using AuditCore.Sampling.Planning;
using Spectre.Console;

namespace AuditCli.Calc;

/// <summary><c>calc plan</c>: how large a sample must be.</summary>
internal sealed class CalcPlanCommand : Command
{
    private const string Guide =
        """
        How many units of each stratum to draw for a half-width of the rate's interval, or which half-width given sizes can be expected
        to have. A rate is of crimes, a draw of reports: say how many crimes a report is expected to require.

        A stratum is NAME=UNITS, and after it, in any order: crimes=C, crimes a unit is expected to require, 1 unless said; rate=P, the
        rate expected in it, that of --rate unless said; draw=N, the size, with --allocation fixed alone. Rates and half-widths are
        fractions of 1. Sizes are rounded up; a stratum that would need as many units as it holds is a census.

        Examples:
          crimeaudit calc plan --half-width 0.03 --rate 0.8
          crimeaudit calc plan --half-width 0.03 --rate 0.8 --stratum violence=40000,crimes=1.1 --stratum rape=420,rate=0.9 --table
          crimeaudit calc plan --allocation fixed --rate 0.8 --stratum violence=40000,draw=600 --stratum rape=420,draw=420
        """;

    private readonly SampleGoalOptions goal = new();

    private readonly Option<string[]> strata = new("--stratum")
    { HelpName = "NAME=UNITS,…", Description = "A stratum; without any, a single frame without end", DefaultValueFactory = _ => [] };

    private readonly Option<bool> table = new("--table") { Description = "A table instead of JSON" };

    public CalcPlanCommand()
        : base("plan", Guide)
    {
        goal.AddTo(this);
        Options.Add(strata);
        Options.Add(table);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        SamplePlan plan = SamplePlanner.Plan(Read(parsed));
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(table))
        {
            IAnsiConsole console = Consoles.For(output);
            console.Write(SamplePlanText.Table(plan));
            console.WriteLine(SamplePlanText.Summary(plan));
        }
        else
        {
            SamplePlanText.Json(plan, output);
        }

        return CommandLine.Ok;
    }

    private SamplePlanQuestion Read(ParseResult parsed)
    {
        List<string> problems = [];
        string[] given = parsed.GetRequiredValue(strata);
        SamplePlanQuestion question = goal.Read(parsed) with
        {
            Strata = given.Length == 0 ? [new StratumToPlan("all")] : [.. given.Select(text => StratumOption.Read(text, problems))],
        };
        InputException.ThrowIfAny(problems);
        InputException.ThrowIfAny([.. SamplePlanCheck.Of(question).Select(p => $"{NameOf(p.Field, given)}: {p.Description}.")]);
        return question;
    }

    /// <summary>The option behind a field of the question.</summary>
    private static string NameOf(string field, string[] given)
    {
        int end = field.IndexOf(']', StringComparison.Ordinal);
        return field switch
        {
            "half_width" => "--half-width",
            "expected_rate" => "--rate",
            "confidence_level" => "--level",
            "design_effect" => "--design-effect",
            "strata" => "--stratum",
            _ when end > 0 => $"--stratum {given.ElementAtOrDefault(int.Parse(field["strata[".Length..end], System.Globalization.CultureInfo.InvariantCulture))}, {field[(end + 2)..]}",
            _ => field,
        };
    }
}
