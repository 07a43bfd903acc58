using Bench.Results;
using ScottPlot;

namespace Bench.Pictures;

/// <summary>Draws results as SVG files.</summary>
internal static class PictureFiles
{
    private const int Width = 720;
    private const int Height = 400;

    /// <summary>Writes the picture of every curve, and bars of the groups whose figures share a unit.</summary>
    public static void Write(IReadOnlyList<GroupResult> groups, string folder)
    {
        foreach (Curve curve in groups.SelectMany(g => g.Curves))
        {
            using Plot plot = Lines(curve);
            Save(plot, folder, curve.Id);
        }

        foreach (GroupResult group in groups)
        {
            if (BarPicture.Of(group) is { } bars)
            {
                using Plot plot = bars.Draw();
                Save(plot, folder, BarPicture.FileName(group.Name));
            }
        }
    }

    private static Plot Lines(Curve curve)
    {
        var plot = new Plot();
        foreach (CurveLine line in curve.Lines)
        {
            plot.Add.Scatter(line.Across.ToArray(), line.Up.ToArray()).LegendText = line.Name;
        }

        plot.Title(curve.Title);
        plot.XLabel(curve.AcrossTitle);
        plot.YLabel(curve.UpTitle);
        // A curve that starts above zero makes small changes look large.
        plot.Axes.SetLimitsY(0, curve.Lines.Max(l => l.Up.Max()) * 1.15);
        plot.ShowLegend(Edge.Bottom);
        return plot;
    }

    private static void Save(Plot plot, string folder, string name) => plot.SaveSvg(Path.Combine(folder, $"{name}.svg"), Width, Height);
}
