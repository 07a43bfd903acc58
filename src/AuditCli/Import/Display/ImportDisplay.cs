namespace AuditCli.Import.Display;

/// <summary>Shows how far an import is, on standard error, so that standard output holds the summary alone.</summary>
internal abstract class ImportDisplay
{
    /// <summary>A bar for people at a terminal; lines for logs, and for whoever set NO_COLOR.</summary>
    public static ImportDisplay For(TextWriter error)
    {
        bool terminal = ReferenceEquals(error, Console.Error)
            && !Console.IsErrorRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return terminal ? new BarDisplay(error) : new LineDisplay(error, TimeProvider.System);
    }

    /// <summary>Runs an import and shows what it reports.</summary>
    public abstract Task<ImportSummary> ShowAsync(Func<Action<ImportPace>, Task<ImportSummary>> import);
}
