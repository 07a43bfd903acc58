using System.CommandLine;

namespace AuditCli.Watch;

/// <summary>The group of verbs that follow the log live.</summary>
internal static class WatchCommand
{
    public static Command Create() => new("watch", "Follows what is told to the server, live, until Ctrl-C")
    {
        new WatchIncidentsCommand(),
        new WatchRatesCommand(),
        new WatchOverdueCommand(),
    };
}
