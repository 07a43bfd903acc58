using System.CommandLine;
using AuditCli.Input;
using AuditCli.Support;
using AuditCore.Estimation;
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

    private readonly Option<double?> halfWidth = new("--half-width")
    { HelpName = "FRACTION", Description = "Half-width wanted, 0.001 to 0.5; not needed with fixed sizes" };

    private readonly Option<double> rate = new("--rate")
    { HelpName = "FRACTION", Description = "Rate expected, above 0 and below 1", DefaultValueFactory = _ => 0.5 };

    private readonly Option<double> level = new("--level")
    { HelpName = "FRACTION", Description = "Confidence level, 0.5 to 0.999", DefaultValueFactory = _ => ConfidenceLevel.Default };

    private readonly Option<double> designEffect = new("--design-effect")
    { HelpName = "FACTOR", Description = "Variance over that of as many crimes drawn singly, 0.1 to 20", DefaultValueFactory = _ => 1 };

    private readonly Option<SampleAllocation> allocation = new("--allocation")
    { Description = "How the sample is spread", DefaultValueFactory = _ => SampleAllocation.Proportional };

    private readonly Option<string[]> strata = new("--stratum")
    { HelpName = "NAME=UNITS,…", Description = "A stratum; without any, a single frame without end", DefaultValueFactory = _ => [] };

    private readonly Option<bool> table = new("--table") { Description = "A table instead of JSON" };

    public CalcPlanCommand()
        : base("plan", Guide)
    {
        Options.Add(halfWidth);
        Options.Add(rate);
        Options.Add(level);
        Options.Add(designEffect);
        Options.Add(allocation);
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
        SamplePlanQuestion question = new()
        {
            HalfWidth = parsed.GetValue(halfWidth),
            Rate = parsed.GetValue(rate),
            Level = parsed.GetValue(level),
            DesignEffect = parsed.GetValue(designEffect),
            Allocation = parsed.GetValue(allocation),
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
