using Google.Protobuf;

namespace AuditCli.Watch;

/// <summary>Shows the messages of a watch on standard output.</summary>
internal abstract class WatchDisplay<T>
    where T : IMessage
{
    /// <summary>A live table for people at a terminal; lines of JSON for programs, files and whoever asked for them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="json">Lines of JSON are asked for.</param>
    /// <param name="table">What a live table shows.</param>
    public static WatchDisplay<T> For(TextWriter output, bool json, IWatchTable<T> table)
    {
        bool terminal = ReferenceEquals(output, Console.Out)
            && !Console.IsOutputRedirected
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return terminal && !json ? new TableDisplay<T>(Consoles.For(output), table) : new LinesDisplay<T>(output);
    }

    /// <summary>Shows messages as they come.</summary>
    public abstract Task ShowAsync(IAsyncEnumerable<T> messages);
}
