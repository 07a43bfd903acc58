using CrimeAudit.V1;

namespace AuditCli.Watch;

/// <summary>Shows the messages of a watch on standard output.</summary>
internal abstract class WatchDisplay
{
    /// <summary>A live table for people at a terminal; lines of JSON for programs, files and whoever asked for them.</summary>
    public static WatchDisplay For(TextWriter output, bool json)
    {
        bool terminal = ReferenceEquals(output, Console.Out)
            && !Console.IsOutputRedirected
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return terminal && !json ? new TableDisplay(Consoles.For(output)) : new LinesDisplay(output);
    }

    /// <summary>Shows messages as they come.</summary>
    public abstract Task ShowAsync(IAsyncEnumerable<WatchIncidentsResponse> messages);
}
