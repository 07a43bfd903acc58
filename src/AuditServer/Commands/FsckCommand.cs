using System.CommandLine;
using System.Globalization;
using AuditCore.Ledger;
using AuditServer.Checking;
using AuditServer.Ledger;
using AuditServer.Moving;

namespace AuditServer.Commands;

/// <summary><c>AuditServer fsck</c>: the log itself, every entry, tile and checkpoint.</summary>
internal sealed class FsckCommand : ServerVerb
{
    private const string Guide =
        """
        Goes through the log from its first entry: indexes without a gap, each payload against its digest, times that never step
        back, leaf texts, every tile of every level, every checkpoint with its signature, and the head. Of a redacted entry, that a
        redaction names it and holds what is left of it. Of the access log, that every row that an entry covers is there unchanged, but for
        rows that were taken away from its beginning; where none is left, --removed-before says that it should be so. Each damage is a line on
        standard output, in the order of the log: where it is and what is wrong; the first 100, and how many there are. Nothing
        is written to the database, and a server may go on serving it. Memory does not grow with the log.

        Signatures are checked by the keys that the configuration names, and by those that --key names: give the verifier keys
        of every key that ever signed. Tables that are derived from the log are not looked at: that is what rebuild does.

        Exit code 65: the log is damaged. Any other but 0: it could not be checked.

        Examples:
          AuditServer fsck --CrimeAudit:Storage:Path=/srv/crimeaudit.db
          AuditServer fsck --quiet --key audit.example/log+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
        """;

    private readonly Option<string[]> key = new("--key")
    {
        HelpName = "VKEY",
        Description = "A verifier key, NAME+HASH+BASE64, that signed checkpoints; may be given several times",
    };

    private readonly Option<DateTimeOffset?> removedBefore = TimeOptions.RemovedBefore();

    private readonly Option<bool> quiet = new("--quiet") { Description = "Say nothing on standard error unless something is wrong" };

    public FsckCommand()
        : base("fsck", "Checks the whole log, and names whatever is damaged", Guide)
    {
        Options.Add(key);
        Options.Add(removedBefore);
        Options.Add(quiet);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        List<VerifierKey> keys = [.. (result.GetValue(key) ?? []).Select(Parse)];
        // Not started: nothing is changed in the database, not even its schema.
        using IHost host = VerbHost.Build(Configuration);
        keys.AddRange(host.Services.GetRequiredService<LedgerKeys>().FindVerifiers());
        if (keys.Count == 0)
        {
            await result.InvocationConfiguration.Error.WriteLineAsync("No key is known, so signatures are not checked: --key names one");
        }

        var progress = new MoveProgress(Told(result), host.Services.GetRequiredService<TimeProvider>());
        CheckedLog log = await host.Services.GetRequiredService<LogCheck>().RunAsync(keys, result.GetValue(removedBefore), progress, cancel);
        await TellAsync(result, log);
        return log.Found.Count == 0 ? ServerCommandLine.Ok : ServerCommandLine.BadData;
    }

    private async Task TellAsync(ParseResult result, CheckedLog log)
    {
        TextWriter output = result.InvocationConfiguration.Output;
        foreach (Damage damage in log.Found.First)
        {
            await output.WriteLineAsync(damage.ToString());
        }

        long more = log.Found.Count - log.Found.First.Count;
        if (more > 0)
        {
            await output.WriteLineAsync(Text($"and {more:N0} more"));
        }

        if (log.Size > 0 && log.Signed is null or 0)
        {
            // --quiet does not hide it: what agrees with itself alone could have been written by anybody.
            await result.InvocationConfiguration.Error.WriteLineAsync(
                "No checkpoint holds any entry, so nothing says by whom they were written: a server signs them when it starts");
        }

        if (log.Accesses.Text is { } accesses)
        {
            await Told(result).WriteLineAsync(accesses);
        }

        // Damage is something wrong: --quiet does not hide that.
        string root = log.Root is null ? "unknown" : Convert.ToBase64String(log.Root);
        string redacted = log.Redacted == 0 ? "" : Text($", {log.Redacted:N0} of them redacted,");
        string end = log.Found.FirstIndex is { } first
            ? Text($"{log.Found.Count:N0} damages, the first at entry {first}")
            : "all is as it was appended";
        await (log.Found.Count == 0 ? Told(result) : result.InvocationConfiguration.Error).WriteLineAsync(
            Text($"Checked {log.Size:N0} entries{redacted} and {log.Checkpoints:N0} checkpoints; size {log.Size}, root {root}; {end}"));
    }

    private static VerifierKey Parse(string text)
    {
        try
        {
            return VerifierKey.Parse(text);
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"--key '{text}': {wrong.Message}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private TextWriter Told(ParseResult result) => result.GetValue(quiet) ? TextWriter.Null : result.InvocationConfiguration.Error;
}
