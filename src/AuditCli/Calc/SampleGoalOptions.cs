using System.CommandLine;
using AuditCore.Estimation;
using AuditCore.Sampling.Planning;

namespace AuditCli.Calc;

/// <summary>What a sample is to achieve, and how it is spread.</summary>
internal sealed class SampleGoalOptions
{
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

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { halfWidth, rate, level, designEffect, allocation })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The goal; the strata are not for these options to say.</summary>
    public SamplePlanQuestion Read(ParseResult parsed) => new()
    {
        HalfWidth = parsed.GetValue(halfWidth),
        Rate = parsed.GetValue(rate),
        Level = parsed.GetValue(level),
        DesignEffect = parsed.GetValue(designEffect),
        Allocation = parsed.GetValue(allocation),
        Strata = [],
    };
}
