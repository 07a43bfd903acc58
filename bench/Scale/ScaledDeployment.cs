namespace Bench.Scale;

/// <summary>A deployment to be planned for.</summary>
/// <param name="Name">Which.</param>
/// <param name="ReportsAYear">Reports that its forces receive in a year.</param>
internal sealed record ScaledDeployment(string Name, double ReportsAYear)
{
    /// <summary>Years of history that are back-filled at the start, and years kept.</summary>
    public const int Years = 10;

    /// <summary>The busiest hour has so many times the reports of the average one.</summary>
    public const double PeakFactor = 3;

    private const double HoursAYear = 8_766;

    /// <summary>A small force, a large one, and England and Wales.</summary>
    public static IReadOnlyList<ScaledDeployment> All { get; } =
    [
        new("a small force", 100_000),
        new("Thames Valley", 500_000),
        new("43 forces", 25_000_000),
    ];

    /// <summary>Updates of a year.</summary>
    public double UpdatesAYear => ReportsAYear * ScaleFigures.UpdatesAReport;

    /// <summary>Updates of the back-fill.</summary>
    public double BackFill => UpdatesAYear * Years;

    /// <summary>Updates a second in the busiest hour.</summary>
    public double PeakPerSecond => UpdatesAYear / HoursAYear * PeakFactor / 3_600;
}
