using CrimeAudit.V1;

namespace AuditCli.Watch;

/// <summary>Shows the messages of a watch on standard output.</summary>
internal abstract class WatchDisplay
{
    /// <summary>A live table for people at a terminal; lines of JSON for programs, files and whoever asked for them.</summary>
    public static WatchDisplay For(TextWriter output, bool json) =>
        IsLive(output, json) ? new TableDisplay(Consoles.For(output)) : new LinesDisplay(output);

    /// <summary>Whether people look at a terminal, and did not ask for JSON.</summary>
    public static bool IsLive(TextWriter output, bool json) => !json
        && ReferenceEquals(output, Console.Out)
        && !Console.IsOutputRedirected
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Shows messages as they come.</summary>
    public abstract Task ShowAsync(IAsyncEnumerable<WatchIncidentsResponse> messages);
}
