using System.CommandLine;

namespace AuditCli.Calc;

/// <summary>The group of calculators that need no server.</summary>
internal static class CalcCommand
{
    public static Command Create(Func<Stream> standardInput) => new(
        "calc",
        "Calculates recording rates and their uncertainty from files and counts; offline, nothing is stored. Answers are JSON on standard output.")
    {
        CalcRateCommand.Create(standardInput),
        CalcWeightedCommand.Create(standardInput),
        CalcIntervalCommand.Create(),
        new CalcPlanCommand(),
        UnrecordedCommand.Create(),
    };
}
