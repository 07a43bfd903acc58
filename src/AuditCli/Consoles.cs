using Spectre.Console;

namespace AuditCli;

/// <summary>Consoles over the writers that a command was given.</summary>
internal static class Consoles
{
    private const int WidthWithoutTerminal = 140;

    /// <summary>A console; without a terminal, or with NO_COLOR, it writes plain text.</summary>
    public static IAnsiConsole For(TextWriter writer)
    {
        bool plain = Console.IsOutputRedirected || writer is StringWriter || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (plain)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        return console;
    }
}
