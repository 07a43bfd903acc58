using AuditCore.Estimation;
using BenchmarkDotNet.Attributes;

namespace Bench.Micro;

/// <summary>A recording rate with its intervals from ten strata of a thousand reviewed reports each.</summary>
public class EstimateSums
{
    private const int Reports = 1_000;

    private readonly Stratum[] strata =
    [
        .. Enumerable.Range(0, 10).Select(s => new Stratum(
            $"s{s}", 50_000, [.. Enumerable.Range(0, Reports).Select(r => new ReportCounts(r % 3, (r * 7) % 10 == 0 ? 0 : r % 3))])),
    ];

    /// <summary>As the server does it: exact fractions, linearised variance, intervals.</summary>
    [Benchmark(Description = "estimate over 10,000 reports")]
    public double? Estimate() => RatioEstimator.Estimate(strata).Ratio;

    /// <summary>The ratio alone in floating point.</summary>
    [Benchmark(Baseline = true, Description = "the same ratio by floating-point sums")]
    public double Bare()
    {
        double required = 0;
        double recorded = 0;
        foreach (Stratum stratum in strata)
        {
            double weight = (double)stratum.FrameSize / stratum.Reports.Count;
            foreach (ReportCounts report in stratum.Reports)
            {
                required += weight * report.Denominator;
                recorded += weight * report.Numerator;
            }
        }

        return recorded / required;
    }
}
