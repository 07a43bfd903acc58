using System.CommandLine;
using AuditServer.Moving;

namespace AuditServer.Commands;

/// <summary><c>AuditServer export</c>: the log into a file.</summary>
internal sealed class ExportCommand : ServerVerb
{
    private const string Guide =
        """
        The file holds everything: whatever else the database keeps is made of it again by import. It is JSON, an object a
        line: a header, the entries, a trailer with the log's size and RFC 6962 root. The same log gives the same bytes from
        every engine. It holds what forces told, so keep it as the database is kept.

        The log is exported as it stands when the export begins; a server may go on serving it. After an interruption, or
        when the log has grown, the same command checks what the file holds against the database and goes on from there. A
        file of another log is refused.

        Examples:
          AuditServer export crimeaudit.jsonl
          AuditServer export /backup/crimeaudit.jsonl --quiet --CrimeAudit:Storage:Path=/srv/crimeaudit.db
        """;

    private readonly MoveOptions options = new() { File = { Description = "Where the log goes; what an earlier export wrote there is kept" } };

    public ExportCommand()
        : base("export", "Writes the log into a file, to be read into any engine", Guide)
    {
        options.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        string path = options.Path(result);
        // Not started: an export changes nothing in the database, not even its schema.
        using IHost host = VerbHost.Build(Configuration);
        MoveProgress progress = options.Progress(result, host.Services.GetRequiredService<TimeProvider>());
        MovedLog moved = await host.Services.GetRequiredService<LogExport>().RunAsync(path, progress, cancel);
        options.TellEnd(result, "Exported", moved);
        return ServerCommandLine.Ok;
    }
}
