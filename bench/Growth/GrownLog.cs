using Bench.Load;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.Client;

namespace Bench.Growth;

/// <summary>A log of five million updates of one force, about three and a half years of it, made once and then shared.</summary>
internal static class GrownLog
{
    private const string WholeMark = "whole";

    /// <summary>Updates in it.</summary>
    public static int Updates(BenchRun run) => run.Size(5_000_000, 50_000);

    /// <summary>Its folder, emptied, for whoever grows it and measures meanwhile.</summary>
    public static string Begin(BenchRun run)
    {
        string folder = Folder(run);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Says that it is whole.</summary>
    public static void Finish(BenchRun run) => File.WriteAllText(Path.Combine(Folder(run), WholeMark), "");

    /// <summary>Its folder; it is grown if need be.</summary>
    public static async Task<string> FolderAsync(BenchRun run, CancellationToken cancel)
    {
        string folder = Folder(run);
        if (!File.Exists(Path.Combine(folder, WholeMark)))
        {
            Progress.Say($"growing a log of {Updates(run):N0} updates …");
            await using ServerProcess server = await ServerProcess.StartAsync(Begin(run), cancel);
            await using CrimeAuditClient client = server.Client();
            await StreamedUpdates.PerSecondAsync(client, SampleUpdates.Take(Updates(run)), Updates(run), cancel);
            Finish(run);
        }

        return folder;
    }

    /// <summary>Puts a copy of it into a folder, for whoever writes into it.</summary>
    public static async Task CopyAsync(BenchRun run, string folder, CancellationToken cancel)
    {
        foreach (string file in Directory.GetFiles(await FolderAsync(run, cancel)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    private static string Folder(BenchRun run) => Path.Combine(run.Data, $"grown-{Updates(run)}");
}
