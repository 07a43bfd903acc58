using Bench.Results;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Bench.Pictures;

/// <summary>What a group measured and its baselines as bars of one unit.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">The unit of all.</param>
/// <param name="Bars">Names and medians.</param>
internal sealed record BarPicture(string Title, string Unit, IReadOnlyList<(string Name, double Value)> Bars)
{
    /// <summary>The throughput of ingest, the latency of single submits; null for other groups, whose figures are of many kinds.</summary>
    public static BarPicture? Of(GroupResult group) => group.Name switch
    {
        "ingest" => new("Streamed ingest and its baselines", "updates/s",
        [
            ("streamed into the server", group.Figures[0].Measured.Median),
            .. group.Figures.Where(f => f.Id.StartsWith("ingest.stream/", StringComparison.Ordinal)).Select(f => (f.Against, f.Baseline.Median)),
        ]),
        "unary" => new("Single submits, 64 at once", "ms",
        [
            .. group.Figures.Where(f => f.Unit == "ms").SelectMany(f => new[]
            {
                ($"{f.What} of the server", f.Measured.Median),
                ($"{f.What} of {f.Against}", f.Baseline.Median),
            }).Distinct(),
        ]),
        _ => null,
    };

    /// <summary>The name of a group's file.</summary>
    public static string FileName(string group) => $"performance-{group}";

    /// <summary>Draws them, the first on top.</summary>
    public Plot Draw()
    {
        var plot = new Plot();
        double[] places = [.. Bars.Select((_, place) => (double)(Bars.Count - place))];
        foreach (((string _, double value), double place) in Bars.Zip(places))
        {
            Bar bar = plot.Add.Bar(place, value).Bars[0];
            bar.Orientation = Orientation.Horizontal;
            bar.FillColor = place == Bars.Count ? Colors.SteelBlue : Colors.LightGray;
        }

        plot.Title(Title);
        plot.XLabel(Unit);
        plot.Axes.Left.TickGenerator = new NumericManual(places, [.. Bars.Select(b => $"{b.Name}: {Numbers.Text(b.Value)}")]);
        plot.Axes.SetLimitsX(0, Bars.Max(b => b.Value) * 1.05);
        return plot;
    }
}
