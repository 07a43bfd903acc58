using System.Globalization;

namespace Bench.Results;

/// <summary>Numbers as tables show them: three figures of them, whatever their size.</summary>
internal static class Numbers
{
    /// <summary>A number with three significant figures and thousands apart.</summary>
    public static string Text(double value)
    {
        if (!double.IsFinite(value))
        {
            // Nothing divided by nothing: neither the measured nor its baseline had any.
            return "–";
        }

        string format = Math.Abs(value) switch
        {
            >= 100 => "#,0",
            >= 10 => "0.0",
            >= 1 => "0.00",
            _ => "0.###",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The median, and the range beside it where there were several.</summary>
    public static string Text(Series series) => series.Values.Count == 1
        ? Text(series.Median)
        : $"{Text(series.Median)} ({Text(series.Low)} to {Text(series.High)})";
}
