using System.CommandLine;
using System.Globalization;
using AuditServer.Moving;
using AuditServer.Rebuild;
using Google.Protobuf;

namespace AuditServer.Commands;

/// <summary><c>AuditServer rebuild</c>: everything derived from the log, made once more and compared.</summary>
internal sealed class RebuildCommand : ServerVerb
{
    private const string Guide =
        """
        Replays the log into a scratch database in the temporary folder (TMPDIR), and compares every derived table with what
        comes out. Each difference is a line on standard output: table, key, column, what is stored, what was recomputed; the
        first 100, and how many there are. Nothing is written to the database, and a server may go on serving it.

        With --to, only the beginning of the log is replayed, and nothing is compared. With --at and one of --rate and
        --overdue, a live answer is given once more, as JSON on standard output: its as_of names the size and the time, and
        it comes out as it was.

        Examples:
          AuditServer rebuild --CrimeAudit:Storage:Path=/srv/crimeaudit.db
          AuditServer rebuild --to 1000 --at 2019-06-03T09:00:00Z --rate '{"force": "kent", "breakdown": "BREAKDOWN_MONTH"}'
          AuditServer rebuild --to 1000 --at 2019-06-03T09:00:00Z --overdue '{"force": "kent", "dueWithin": "7200s"}'
        """;

    private readonly Option<long?> to = new("--to") { HelpName = "SIZE", Description = "Replay only the first SIZE entries" };
    private readonly PastQuestionOptions asked = new();
    private readonly Option<bool> quiet = new("--quiet") { Description = "Say nothing on standard error unless something is wrong" };

    public RebuildCommand()
        : base("rebuild", "Makes everything derived from the log once more, and tells any difference", Guide)
    {
        Options.Add(to);
        asked.AddTo(this);
        Options.Add(quiet);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        PastQuestion? question = asked.Read(result);
        // Not started: nothing is changed in the database, not even its schema.
        using IHost host = VerbHost.Build(Configuration);
        LogRebuild rebuild = host.Services.GetRequiredService<LogRebuild>();
        var progress = new MoveProgress(Told(result), host.Services.GetRequiredService<TimeProvider>());
        return result.GetValue(to) is null && question is null
            ? await CompareAsync(result, rebuild, progress, cancel)
            : await ReplayAsync(result, rebuild, question, progress, cancel);
    }

    private async Task<int> CompareAsync(ParseResult result, LogRebuild rebuild, MoveProgress progress, CancellationToken cancel)
    {
        RebuiltLog rebuilt = await rebuild.CompareAsync(progress, cancel);
        TextWriter output = result.InvocationConfiguration.Output;
        foreach (Difference difference in rebuilt.Found.First)
        {
            await output.WriteLineAsync(difference.ToString());
        }

        long more = rebuilt.Found.Count - rebuilt.Found.First.Count;
        if (more > 0)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"and {more:N0} more"));
        }

        long number = rebuilt.Found.Count;
        string end = number == 0
            ? "every derived table is what the log makes it"
            : string.Create(CultureInfo.InvariantCulture, $"{number:N0} differences");
        string line = $"{Line("Rebuilt", rebuilt.Size, rebuilt.Root)}; {end}";
        // Differences are something wrong: --quiet does not hide that.
        await (number == 0 ? Told(result) : result.InvocationConfiguration.Error).WriteLineAsync(line);
        return number == 0 ? ServerCommandLine.Ok : ServerCommandLine.BadData;
    }

    private async Task<int> ReplayAsync(
        ParseResult result, LogRebuild rebuild, PastQuestion? question, MoveProgress progress, CancellationToken cancel)
    {
        long entries = await rebuild.SizeAsync(cancel);
        long size = result.GetValue(to) ?? entries;
        if (size < 0 || size > entries)
        {
            throw new UsageException(
                string.Create(CultureInfo.InvariantCulture, $"--to: {size} is no size of a log that holds {entries} entries"));
        }

        ReplayedAnswer replayed = await rebuild.AnswerAsync(size, question, progress, cancel);
        if (replayed.Answer is { } answer)
        {
            await result.InvocationConfiguration.Output.WriteLineAsync(JsonFormatter.Default.Format(answer));
        }

        await Told(result).WriteLineAsync(Line("Replayed", replayed.Size, replayed.Root));
        return ServerCommandLine.Ok;
    }

    private static string Line(string done, long size, byte[] root) => string.Create(
        CultureInfo.InvariantCulture, $"{done} {size:N0} entries; size {size}, root {Convert.ToBase64String(root)}");

    private TextWriter Told(ParseResult result) => result.GetValue(quiet) ? TextWriter.Null : result.InvocationConfiguration.Error;
}
