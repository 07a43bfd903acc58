using System.CommandLine;

namespace Bench.Running;

/// <summary>The options that every measuring verb has.</summary>
internal sealed class RunOptions
{
    private readonly Option<bool> quick = new("--quick") { Description = "Small sizes and two repeats: shows that it works, never published" };
    private readonly Option<int?> rounds = new("--rounds") { Description = "Repeats of what is measured by turns; five, or two when quick" };
    private readonly Option<string?> data = new("--data") { Description = "Folder that keeps the grown log for the next start; about a gigabyte a million updates" };
    private readonly Option<string?> json = new("--json") { Description = "File for the results as JSON; results of other groups in it stay" };
    private readonly Option<string?> markdown = new("--markdown") { Description = "File for the results as Markdown" };
    private readonly Option<bool> write = new("--write") { Description = "Write the results into docs/performance.json, docs/performance.md and docs/scale.md" };

    /// <summary>Gives them to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in new Option[] { quick, rounds, data, json, markdown, write })
        {
            verb.Add(option);
        }
    }

    /// <summary>What they say.</summary>
    public BenchRun Run(ParseResult arguments) =>
        new(arguments.GetValue(quick), arguments.GetValue(rounds), arguments.GetValue(data));

    /// <summary>Where results go.</summary>
    public ResultPlaces Places(ParseResult arguments) =>
        new(arguments.GetValue(json), arguments.GetValue(markdown), arguments.GetValue(write));
}
