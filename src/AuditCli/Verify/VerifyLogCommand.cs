using System.CommandLine;
using System.Globalization;
using AuditCli.Input;
using AuditCli.Support;
using CrimeAudit.Client;

namespace AuditCli.Verify;

/// <summary><c>crimeaudit verify log</c>: that the log holds all that was seen of it before.</summary>
internal sealed class VerifyLogCommand : Verb
{
    private const string Guide =
        """
        Asks for the log's latest checkpoint, and for the proof that it grew from the one seen last time, which is kept in --pins: a
        directory with a signed note a log. Keep it where the server's operators cannot write. With --checkpoint the note in that file
        is what was seen before, and nothing is kept. With --entries every entry is read, and must be what was signed.

        Exit code 6: the log was changed, or has lost entries; both signed notes, which prove it, are on standard error.

        Examples:
          crimeaudit verify log --key VKEY
          crimeaudit verify log --key VKEY --entries
          crimeaudit verify log --key VKEY --checkpoint last-year.checkpoint
        """;

    private readonly KeyOption keys = new(required: false);

    private readonly Option<string?> pins = new("--pins")
    {
        Description = "Directory of what was seen before. Default: crimeaudit/checkpoints under the user's application data",
        HelpName = "DIR",
    };

    private readonly Option<string?> checkpoint = new("--checkpoint") { Description = "A signed note to compare with", HelpName = "FILE" };

    private readonly Option<bool> entries = new("--entries") { Description = "Read every entry as well, and count the tree once more" };

    private readonly Option<int> patience = new("--patience")
    {
        Description = "For how long a log that shows less than before may be a replica that lags behind",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 30,
    };

    private readonly ServerOptions server = new();

    private readonly Func<Stream> standardInput;

    public VerifyLogCommand(Func<Stream> standardInput)
        : base("log", "Verifies that a log has only grown since it was last seen", Guide)
    {
        this.standardInput = standardInput;
        keys.AddTo(this);
        Options.Add(pins);
        Options.Add(checkpoint);
        Options.Add(entries);
        Options.Add(patience);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        CrimeAuditClientOptions options = Read(result);
        foreach (string key in keys.Read(result))
        {
            options.Verification.Keys.Add(key);
        }

        string? note = result.GetValue(checkpoint) is { } path ? EvidenceFile.Read(path, standardInput) : null;
        using FileCheckpointStore kept = new(Path.GetFullPath(result.GetValue(pins) ?? DefaultPins()));
        ICheckpointStore store = note is null ? kept : new MemoryCheckpointStore();
        options.Verification.Store = store;
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(options, cancel);
        if (note is not null)
        {
            // The note's first line says of which log it is; whether that is true is checked with its signature.
            await store.TryReplaceAsync(note.Split('\n')[0], note, before: null, cancel);
        }

        string origin = (await client.Ledger.GetCheckpointAsync(cancel)).Checkpoint.Split('\n')[0];
        string? before = await store.FindAsync(origin, cancel);
        bool all = result.GetValue(entries);
        LogCheckpoint now = all ? await client.Ledger.VerifyEntriesAsync(cancel) : await client.Ledger.VerifyLogAsync(cancel);
        Write(now, before, all, result.InvocationConfiguration.Output);
        return CommandLine.Ok;
    }

    private CrimeAuditClientOptions Read(ParseResult result)
    {
        List<string> problems = [];
        if (result.GetValue(pins) is not null && result.GetValue(checkpoint) is not null)
        {
            problems.Add("--pins and --checkpoint: only one of them");
        }

        if (result.GetValue(patience) < 0)
        {
            problems.Add($"--patience: {result.GetValue(patience)} is less than 0");
        }

        InputException.ThrowIfAny(problems);
        CrimeAuditClientOptions options = server.Read(result);
        options.Verification.RolledBackAfter = TimeSpan.FromSeconds(result.GetValue(patience));
        return options;
    }

    private static string DefaultPins() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "crimeaudit", "checkpoints");

    private static void Write(LogCheckpoint now, string? before, bool all, TextWriter output)
    {
        CultureInfo plain = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(plain, $"The log {now.Origin} holds {now.Size} entries, root {Convert.ToHexStringLower(now.Root.Span)}"));
        output.WriteLine(before is null
            ? "Nothing was seen of it before; this is what later runs compare with."
            : string.Create(plain, $"The {before.Split('\n')[1]} entries seen before are all there, unchanged and in their order."));
        if (all)
        {
            output.WriteLine("Every entry was read, and is what was signed.");
        }
    }
}
