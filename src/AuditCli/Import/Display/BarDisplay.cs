using System.Globalization;
using Spectre.Console;

namespace AuditCli.Import.Display;

/// <summary>A bar with rows, rate and the time left.</summary>
internal sealed class BarDisplay(TextWriter error) : ImportDisplay
{
    public override Task<ImportSummary> ShowAsync(Func<Action<ImportPace>, Task<ImportSummary>> import)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                ProgressTask bar = context.AddTask("reading", maxValue: 1);
                return import(pace => Show(bar, pace));
            });
    }

    private static void Show(ProgressTask bar, ImportPace pace)
    {
        double seconds = bar.ElapsedTime?.TotalSeconds ?? 0;
        bar.Value = pace.Fraction;
        bar.Description = string.Create(
            CultureInfo.InvariantCulture, $"{pace.Rows:N0} rows, {(seconds > 0 ? pace.Rows / seconds : 0):N0} a second");
    }
}
