using Bench.Load;
using Bench.Results;

namespace Bench.Scale;

/// <summary>What the extrapolation takes from measured results.</summary>
/// <param name="BytesAnUpdate">Bytes of the SQLite database, an update, in the grown log.</param>
/// <param name="MessageBytes">Bytes of an update's message.</param>
/// <param name="UpdatesPerSecond">Streamed into one instance, by how much was stored.</param>
/// <param name="MemoryMegabytes">The most memory that the server held.</param>
internal sealed record ScaleFigures(double BytesAnUpdate, double MessageBytes, LogarithmicFit UpdatesPerSecond, double MemoryMegabytes)
{
    /// <summary>Updates that a report comes to, in the updates that are measured with.</summary>
    public static double UpdatesAReport { get; } = Ratio();

    /// <summary>Those of results; null where growth was not measured.</summary>
    public static ScaleFigures? From(IReadOnlyList<GroupResult> all)
    {
        if (all.FirstOrDefault(g => g.Name == "growth") is not { } growth)
        {
            return null;
        }

        Figure bytes = growth.Figures.Single(f => f.Id == "growth.bytes/database");
        CurveLine ingest = growth.Curves.Single(c => c.Id == "growth-ingest").Lines[0];
        return new ScaleFigures(
            bytes.Measured.Median,
            bytes.Baseline.Median,
            LogarithmicFit.Falling([.. ingest.Across.Select(millions => millions * 1e6)], ingest.Up),
            growth.Figures.Single(f => f.Id == "growth.memory/first").Measured.Median);
    }

    private static double Ratio()
    {
        const int Reports = 100_000;
        return Reports / (double)SampleUpdates.TakeByIncident(Reports).Select(u => u.Incident.Ref).Distinct().Count();
    }
}
