using System.CommandLine;
using System.Globalization;
using AuditServer.Moving;

namespace AuditServer.Commands;

/// <summary>What export and import have in common on the command line.</summary>
internal sealed class MoveOptions
{
    private readonly Option<bool> quiet = new("--quiet") { Description = "Say nothing unless something is wrong" };

    public Argument<string> File { get; } = new("file") { HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(File);
        command.Options.Add(quiet);
    }

    /// <summary>The file's full path.</summary>
    /// <exception cref="UsageException">It is a folder, or stands in one that is not there.</exception>
    public string Path(ParseResult result)
    {
        string path = System.IO.Path.GetFullPath(result.GetValue(File)!);
        return Directory.Exists(path) ? throw new UsageException($"FILE: '{path}' is a folder")
            : Directory.Exists(System.IO.Path.GetDirectoryName(path)) ? path
            : throw new UsageException($"FILE: there is no folder '{System.IO.Path.GetDirectoryName(path)}'");
    }

    public MoveProgress Progress(ParseResult result, TimeProvider clock) => new(Told(result), clock);

    /// <summary>The last line: what was done, the log's size and its root.</summary>
    public void TellEnd(ParseResult result, string done, MovedLog moved) => Told(result).WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{done} {moved.Added:N0} entries; size {moved.Size}, root {Convert.ToBase64String(moved.Root)}"));

    private TextWriter Told(ParseResult result) => result.GetValue(quiet) ? TextWriter.Null : result.InvocationConfiguration.Error;
}
