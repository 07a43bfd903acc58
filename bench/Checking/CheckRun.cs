using Bench.Results;
using Bench.Running;

namespace Bench.Checking;

/// <summary>
/// Runs small sizes and compares their ratios with those that are expected. Small sizes are noisy: a group that seems to have fallen is
/// run once more, and has fallen only when it does so again.
/// </summary>
internal static class CheckRun
{
    private static readonly string[] Checked = ["ingest", "unary", "tree", "estimates", "rates", "proofs", "sampling"];

    /// <summary>Runs them.</summary>
    /// <param name="write">Whether the ratios of this run become those that are expected.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>0, or 1 when a ratio is worse than expected by more than a third.</returns>
    public static async Task<int> RunAsync(bool write, CancellationToken cancel)
    {
        ExpectedRatios? expected = write ? null : ExpectedRatios.Read();
        using var run = new BenchRun(quick: true, rounds: 2, data: null);
        var results = new List<GroupResult>();
        await Groups.RunAsync(Groups.All.Where(g => Checked.Contains(g.Name)), run, results.Add, cancel);
        if (expected is not null)
        {
            return await ComparedAsync(expected, results, cancel);
        }

        ExpectedRatios.Write(results);
        return 0;
    }

    private static async Task<int> ComparedAsync(ExpectedRatios expected, List<GroupResult> results, CancellationToken cancel)
    {
        string[] suspected = [.. results.Where(r => expected.Fallen(r.Figures).Any()).Select(r => r.Name)];
        if (suspected.Length == 0)
        {
            Progress.Say($"{results.Sum(r => r.Figures.Count)} ratios are as expected");
            return 0;
        }

        Progress.Say($"once more: {string.Join(", ", suspected)}");
        using var once = new BenchRun(quick: true, rounds: 1, data: null);
        var again = new List<GroupResult>();
        await Groups.RunAsync(Groups.All.Where(g => suspected.Contains(g.Name)), once, again.Add, cancel);
        HashSet<string> before = [.. results.SelectMany(r => expected.Fallen(r.Figures)).Select(f => f.Id)];
        Figure[] fallen = [.. again.SelectMany(r => expected.Fallen(r.Figures)).Where(f => before.Contains(f.Id))];
        foreach (Figure figure in fallen)
        {
            Progress.Say($"{figure.Id}: ratio {Numbers.Text(figure.Ratio)}, expected {Numbers.Text(expected.Of(figure))}");
        }

        return fallen.Length == 0 ? 0 : 1;
    }
}
