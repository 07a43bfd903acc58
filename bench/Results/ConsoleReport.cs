using System.Globalization;
using Spectre.Console;

namespace Bench.Results;

/// <summary>Results as a table in the terminal.</summary>
internal static class ConsoleReport
{
    private const int LeastWidth = 160;

    /// <summary>Shows what a group gave.</summary>
    public static void Show(GroupResult group)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, LeastWidth);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{group.Name}[/]: {group.About}");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{string.Join("; ", group.Conditions)}; {group.Machine?.ToString() ?? ""}");
        Table table = new Table().Border(TableBorder.Simple).AddColumns("figure", "measured", "baseline", "ratio", "target");
        foreach (Figure figure in group.Figures)
        {
            table.AddRow(
                Markup.Escape(figure.What),
                $"{Numbers.Text(figure.Measured)} {Markup.Escape(figure.Unit)}",
                $"{Markup.Escape(figure.Against)}: {Numbers.Text(figure.Baseline)}",
                Numbers.Text(figure.Ratio),
                string.Join("\n", figure.Targets.Select(t => $"{t.Text(figure.Unit)} {(t.IsMetBy(figure) ? "[green]met[/]" : "[red]not met[/]")}")));
        }

        AnsiConsole.Write(table);
    }
}
