using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;

namespace Acceptance.Tests.Moving;

/// <summary>A log moved from one engine to another, or to another database of the same one.</summary>
/// <typeparam name="TSource">The engine it comes from.</typeparam>
/// <typeparam name="TTarget">The engine it goes to.</typeparam>
public abstract class MoveTests<TSource, TTarget>(TSource source) : AcceptanceTests<TSource>(source)
    where TSource : ServiceUnderTest, new()
    where TTarget : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_moved_log_answers_everything_as_before_and_goes_on()
    {
        await using TSource told = await EmptyServiceAsync();
        await using TTarget moved = await EmptyTargetAsync();
        var story = new ToldStory(told);
        await story.TellAsync();
        string export = await ExportAsync(told, "export.jsonl");
        await moved.RestartAsync(() => ImportAsync(moved, export));
        moved.Clock.SetUtcNow(told.Clock.GetUtcNow());

        IReadOnlyList<IMessage> before = await Answers.OfAsync(told);
        IReadOnlyList<IMessage> after = await Answers.OfAsync(moved);
        Assert.Equal(before.Count, after.Count);
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(await BytesAsync(export), await BytesAsync(await ExportAsync(moved, "again.jsonl")));

        foreach ((IncidentUpdate update, Receipt receipt) in story.Submitted)
        {
            Receipt replay = (await moved.Submitter(update.Sender.Force).Incidents.SubmitAsync(update, Cancel)).Receipt;
            Assert.Equal((receipt.EntryIndex, receipt.AcceptedTime, true), (replay.EntryIndex, replay.AcceptedTime, replay.Replayed));
        }

        var audits = new ToldStory(moved);
        Assert.Equal(await story.Committed.DrawAsync(), await audits.Committed.DrawAsync());
        Assert.Equal(await story.Committed.FreezeAsync(), await audits.Committed.FreezeAsync());
        long size = (await moved.Lead().Audits.GetAsync("witnessed", Cancel)).AsOf.TreeSize;
        SampleItem open = (await audits.Witnessed.ItemsAsync()).First(i => i.State == ItemState.AwaitingReview && i.AssignedTo.Contains("a-auditor"));
        Assert.Equal(size, (await audits.Witnessed.ReviewAsync(open.UnitId, Audits.Reviews.NoCrime())).EntryIndex);
        Receipt next = (await moved.Submitter("kent").Incidents.SubmitAsync(Told.Report("kent", "after the move"), Cancel)).Receipt;
        Assert.Equal((size + 1, false), (next.EntryIndex, next.Replayed));
    }

    [Fact]
    public async Task Export_and_import_interrupted_anywhere_go_on_and_give_the_same()
    {
        await using TSource told = await EmptyServiceAsync();
        await new ToldStory(told).TellAsync();
        byte[] whole = await BytesAsync(await ExportAsync(told, "whole.jsonl"));
        string cut = told.FileOf("cut.jsonl");
        foreach (int length in Cuts(whole))
        {
            await File.WriteAllBytesAsync(cut, whole[..length], Cancel);
            Assert.Equal((0, ""), await RunAsync(told, "export", cut, "--quiet"));
            Assert.Equal(whole, await BytesAsync(cut));
        }

        await using TTarget moved = await EmptyTargetAsync();
        await moved.RestartAsync(async () =>
        {
            foreach (int length in Cuts(whole).Order())
            {
                await File.WriteAllBytesAsync(cut, whole[..length], Cancel);
                (int code, string error) = await RunAsync(moved, "import", cut);
                long line = 1 + whole.AsSpan(0, length).Count((byte)'\n');
                string what = length == 0 || whole[length - 1] == '\n' ? "is missing" : "is cut short";
                Assert.Equal((65, $"line {line}: {what}: the file ends before its trailer"), (code, error));
            }

            await ImportAsync(moved, told.FileOf("whole.jsonl"));
        });
        Assert.Equal(whole, await BytesAsync(await ExportAsync(moved, "again.jsonl")));
        moved.Clock.SetUtcNow(told.Clock.GetUtcNow());
        Assert.Equal(await Answers.OfAsync(told), await Answers.OfAsync(moved));
    }

    [Fact]
    public async Task A_log_that_has_grown_is_caught_up_with_by_the_same_two_commands()
    {
        await using TSource told = await EmptyServiceAsync();
        await using TTarget moved = await EmptyTargetAsync();
        await WriteAsync(told, Enumerable.Range(0, 1_500).Select(i => Told.Report("kent", $"first-{i}", Told.Alleged("a1"))));
        string export = await ExportAsync(told, "growing.jsonl");
        await moved.RestartAsync(() => ImportAsync(moved, export));
        byte[] older = await BytesAsync(export);

        await new ToldStory(told).TellAsync();
        await ExportAsync(told, "growing.jsonl");
        Assert.Equal(await BytesAsync(await ExportAsync(told, "afresh.jsonl")), await BytesAsync(export));
        await moved.RestartAsync(() => ImportAsync(moved, export));
        Assert.Equal(await BytesAsync(export), await BytesAsync(await ExportAsync(moved, "again.jsonl")));

        // An older file adds nothing, and takes nothing away.
        string old = told.FileOf("older.jsonl");
        await File.WriteAllBytesAsync(old, older, Cancel);
        (int code, string error) = await RunAsync(moved, "import", old);
        Assert.Equal(0, code);
        Assert.StartsWith("Imported 0 entries; size 1500, root ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_export_is_left_alone_and_one_of_another_log_is_refused_at_the_first_entry_that_differs()
    {
        await using TSource told = await EmptyServiceAsync();
        await using TTarget other = await EmptyTargetAsync();
        IncidentUpdate[] same = [.. Enumerable.Range(0, 1_200).Select(i => Told.Report("kent", $"same-{i}"))];
        await WriteAsync(told, same);
        string export = await ExportAsync(told, "export.jsonl");
        DateTime written = File.GetLastWriteTimeUtc(export);
        byte[] bytes = await BytesAsync(export);
        (int code, string error) = await RunAsync(told, "export", export);
        Assert.Equal(0, code);
        Assert.StartsWith("Exported 0 entries; size 1200, root ", error, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(export));
        Assert.Equal(bytes, await BytesAsync(export));

        // The same first 1,100 entries, and then others.
        string beginning = told.FileOf("beginning.jsonl");
        await File.WriteAllBytesAsync(beginning, bytes[..OffsetOfLine(bytes, 1_102)], Cancel);
        await other.RestartAsync(async () => Assert.Equal(65, (await RunAsync(other, "import", beginning)).Code));
        await other.Submitter("kent").Incidents.SubmitBatchAsync([.. Enumerable.Range(0, 200).Select(i => Told.Report("kent", $"other-{i}"))], Cancel);
        const string Differs = "File and database hold different logs: entry 1100, in line 1102 of the file, is the first that differs.";
        Assert.Equal((65, Differs), await RunAsync(other, "export", export));
        Assert.Equal((65, Differs), await RunAsync(other, "import", export));
        Assert.Equal(bytes, await BytesAsync(export));

        await using TTarget empty = await EmptyTargetAsync();
        (code, error) = await RunAsync(empty, "export", export);
        Assert.Equal(65, code);
        Assert.Contains("holds entry 0, and the log in the database ends before it", error, StringComparison.Ordinal);
    }

    private static async Task<TTarget> EmptyTargetAsync()
    {
        var empty = new TTarget();
        await empty.InitializeAsync();
        Assert.SkipWhen(empty.Missing is not null, empty.Missing ?? "");
        return empty;
    }

    private static async Task<string> ExportAsync(ServiceUnderTest service, string name)
    {
        string path = service.FileOf(name);
        (int code, string error) = await RunAsync(service, "export", path);
        Assert.True(code == 0, error);
        return path;
    }

    private static async Task ImportAsync(ServiceUnderTest service, string path)
    {
        (int code, string error) = await RunAsync(service, "import", path);
        Assert.True(code == 0, error);
    }

    private static async Task<(int Code, string Error)> RunAsync(ServiceUnderTest service, params string[] arguments)
    {
        VerbResult result = await service.VerbAsync(arguments);
        return (result.Code, result.LastLine);
    }

    private static Task<byte[]> BytesAsync(string path) => File.ReadAllBytesAsync(path, Cancel);

    /// <summary>Nothing at all, within the header, after it, within and after entries, before, within and just short of the trailer.</summary>
    private static int[] Cuts(byte[] whole)
    {
        int trailer = whole.AsSpan(0, whole.Length - 1).LastIndexOf((byte)'\n') + 1;
        int entry = OffsetOfLine(whole, 40);
        return [0, 10, OffsetOfLine(whole, 2), entry, entry + 33, whole.Length / 2, OffsetOfLine(whole, 200) - 1, trailer, trailer + 12, whole.Length - 1];
    }

    /// <summary>Where a line begins, counted from 1.</summary>
    private static int OffsetOfLine(byte[] bytes, int line)
    {
        int offset = 0;
        for (int i = 1; i < line; i++)
        {
            offset += bytes.AsSpan(offset).IndexOf((byte)'\n') + 1;
        }

        return offset;
    }
}
