using System.CommandLine;
using Bench.Checking;
using Bench.Results;

namespace Bench.Running;

/// <summary>The verbs of the program.</summary>
internal static class Verbs
{
    /// <summary>A verb for a group.</summary>
    public static Command Of(IBenchGroup group)
    {
        var options = new RunOptions();
        var verb = new Command(group.Name, group.About);
        options.AddTo(verb);
        verb.SetAction((arguments, cancel) => RunAsync([group], options, arguments, cancel));
        return verb;
    }

    /// <summary>The verb that runs every group, or those named.</summary>
    public static Command All()
    {
        var options = new RunOptions();
        var only = new Option<string[]>("--only") { Description = "Only these groups", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. Groups.Names]);
        var verb = new Command("all", "Runs every group one after the other: with --write, what docs/performance.md holds") { only };
        options.AddTo(verb);
        verb.SetAction((arguments, cancel) =>
        {
            string[] named = arguments.GetValue(only) ?? [];
            return RunAsync([.. Groups.All.Where(g => named.Length == 0 || named.Contains(g.Name))], options, arguments, cancel);
        });
        return verb;
    }

    /// <summary>The verb that compares a short run with the ratios that are expected.</summary>
    public static Command Check()
    {
        var write = new Option<bool>("--write") { Description = "Write the ratios of this run as those that are expected" };
        var verb = new Command("check", "Runs small sizes for under three minutes, and fails when a ratio is worse than expected by more than a third") { write };
        verb.SetAction((arguments, cancel) => CheckRun.RunAsync(arguments.GetValue(write), cancel));
        return verb;
    }

    /// <summary>The verb that draws again what docs/performance.json holds.</summary>
    public static Command Pictures()
    {
        var verb = new Command("pictures", "Writes pages and pictures of docs anew from docs/performance.json, and measures nothing");
        verb.SetAction(_ => Pages.Write(ResultsFile.Read(Docs.File("performance.json"))));
        return verb;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<IBenchGroup> groups, RunOptions options, ParseResult arguments, CancellationToken cancel)
    {
        using BenchRun run = options.Run(arguments);
        await Groups.RunAsync(groups, run, options.Places(arguments).Keep, cancel);
        return 0;
    }
}
