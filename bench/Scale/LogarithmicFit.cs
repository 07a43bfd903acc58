namespace Bench.Scale;

/// <summary>
/// y = Constant + Slope · ln x, by least squares: what a structure does whose depth grows with the logarithm of what it holds.
/// </summary>
/// <param name="Constant">y at x = 1.</param>
/// <param name="Slope">Change of y when x grows e-fold.</param>
internal sealed record LogarithmicFit(double Constant, double Slope)
{
    /// <summary>The line through points.</summary>
    /// <param name="across">x, positive, at least two different.</param>
    /// <param name="up">y, as many.</param>
    public static LogarithmicFit Of(IReadOnlyList<double> across, IReadOnlyList<double> up)
    {
        double[] logs = [.. across.Select(x => Math.Log(x))];
        double meanLog = logs.Average();
        double meanUp = up.Average();
        double slope = logs.Zip(up, (x, y) => (x - meanLog) * (y - meanUp)).Sum() / logs.Sum(x => (x - meanLog) * (x - meanLog));
        return new LogarithmicFit(meanUp - (slope * meanLog), slope);
    }

    /// <summary>The line through points if it falls; otherwise their lowest, for ever: growth that is an accident must not be carried on.</summary>
    /// <param name="across">x, positive, at least two different.</param>
    /// <param name="up">y, as many.</param>
    public static LogarithmicFit Falling(IReadOnlyList<double> across, IReadOnlyList<double> up) =>
        Of(across, up) is { Slope: < 0 } falling ? falling : new LogarithmicFit(up.Min(), 0);

    /// <summary>y at an x.</summary>
    public double At(double x) => Constant + (Slope * Math.Log(x));
}
