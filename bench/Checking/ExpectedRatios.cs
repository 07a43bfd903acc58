using System.Text.Json;
using Bench.Results;
using Bench.Running;

namespace Bench.Checking;

/// <summary>The ratios of small sizes that bench/expected-ratios.json holds.</summary>
internal sealed class ExpectedRatios
{
    /// <summary>How much worse a ratio may be: a third.</summary>
    private const double Tolerance = 1.0 / 3;

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n" };

    private readonly Dictionary<string, double> ratios;

    private ExpectedRatios(Dictionary<string, double> ratios) => this.ratios = ratios;

    private static string Path => Docs.BenchFile("expected-ratios.json");

    /// <summary>Reads them.</summary>
    /// <exception cref="FileNotFoundException">They were never written.</exception>
    public static ExpectedRatios Read() => new(JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(Path)) ?? []);

    /// <summary>Writes those of results.</summary>
    public static void Write(IEnumerable<GroupResult> results) => File.WriteAllText(
        Path,
        JsonSerializer.Serialize(results.SelectMany(r => r.Figures).ToDictionary(f => f.Id, f => Math.Round(f.Ratio.Median, 3)), Options) + "\n");

    /// <summary>The ratio expected of a figure.</summary>
    public double Of(Figure figure) => ratios[figure.Id];

    /// <summary>Figures that are worse than expected by more than a third. One that nothing is expected of is not among them.</summary>
    public IEnumerable<Figure> Fallen(IEnumerable<Figure> figures) =>
        figures.Where(f => ratios.TryGetValue(f.Id, out double expected) && IsWorse(f, expected));

    private static bool IsWorse(Figure figure, double expected) => figure.MoreIsBetter
        ? figure.Ratio.Median < expected * (1 - Tolerance)
        : figure.Ratio.Median > expected / (1 - Tolerance);
}
