using System.CommandLine;
using AuditServer.Moving;

namespace AuditServer.Commands;

/// <summary><c>AuditServer import</c>: an exported log into a database.</summary>
internal sealed class ImportCommand : ServerVerb
{
    private const string Guide =
        """
        Every entry keeps its index, request id, accepted time, salt, payload and digest, so receipts and proofs stay valid.
        Incidents, counts, audits, frames and samples are made of the entries by the code that made them the first time;
        frames and samples must come out with the digests that they had.

        The database is empty or holds the beginning of the same log; it is made, or brought up to date, as by a start of
        the server. Stop servers that use it. What is wrong with the file is refused with its line; what stands before that
        line is imported, and the same command goes on from there with a whole file.

        Examples:
          AuditServer import crimeaudit.jsonl --CrimeAudit:Storage:Path=/srv/new.db
          AuditServer import crimeaudit.jsonl --quiet --CrimeAudit:Storage:Path=/srv/new.db
        """;

    private readonly MoveOptions options = new() { File = { Description = "What export wrote" } };

    public ImportCommand()
        : base("import", "Reads an exported log into an empty database, or goes on with one", Guide)
    {
        options.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        string path = options.Path(result);
        if (!File.Exists(path))
        {
            throw new UsageException($"FILE: there is no file '{path}'");
        }

        using IHost host = VerbHost.Build(Configuration);
        await host.StartAsync(cancel);
        MoveProgress progress = options.Progress(result, host.Services.GetRequiredService<TimeProvider>());
        MovedLog moved = await host.Services.GetRequiredService<LogImport>().RunAsync(path, progress, cancel);
        options.TellEnd(result, "Imported", moved);
        await host.StopAsync(CancellationToken.None);
        return ServerCommandLine.Ok;
    }
}
