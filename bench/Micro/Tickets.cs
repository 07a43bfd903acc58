using AuditCore.Sampling;
using Bench.Sampling;
using BenchmarkDotNet.Attributes;

namespace Bench.Micro;

/// <summary>Drawing a sample, for each unit of the frame.</summary>
public class Tickets
{
    private const int Frame = 100_000;
    private const int Sample = 2_000;
    private readonly string[] units = BareSampling.Units(Frame);

    /// <summary>As the server does it.</summary>
    [Benchmark(OperationsPerInvoke = Frame, Description = "draw of 2,000 from 100,000, a unit")]
    public int Drawn() => Draw.Take("271828182845", units, Sample).Count;

    /// <summary>A ticket's hash for each unit, and nothing else.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Frame, Description = "bare SHA-256 of its ticket")]
    public double Bare() => BareSampling.HashMilliseconds(units);
}
