using Bench.Results;

namespace Bench.Sampling;

/// <summary>What each step took, a value a round; milliseconds unless said.</summary>
internal sealed class SamplingRounds
{
    /// <summary>Reports in the frame.</summary>
    public long FrameSize { get; set; }

    /// <summary>Updates that ingest added so far.</summary>
    public int Added { get; set; }

    /// <summary>The freeze with nothing beside it.</summary>
    public List<double> Freeze { get; } = [];

    /// <summary>The freeze while updates stream in.</summary>
    public List<double> FreezeBesideIngest { get; } = [];

    /// <summary>The units of the frame written straight.</summary>
    public List<double> WrittenStraight { get; } = [];

    /// <summary>The draw.</summary>
    public List<double> Draw { get; } = [];

    /// <summary>Hashing a ticket for every unit.</summary>
    public List<double> Hashed { get; } = [];

    /// <summary>A draw that nobody can repeat.</summary>
    public List<double> OrderByRandom { get; } = [];

    /// <summary>Updates a second without a freeze.</summary>
    public List<double> IngestBefore { get; } = [];

    /// <summary>Updates a second during a freeze.</summary>
    public List<double> IngestMeanwhile { get; } = [];

    /// <summary>The figures.</summary>
    public IEnumerable<Figure> Figures()
    {
        yield return new Figure(
            "sampling.freeze/straight", "freeze", "ms", new Series(Freeze),
            "unit ids straight into SQLite", new Series(WrittenStraight))
        {
            MoreIsBetter = false,
            Targets = [Target.ValueAtMost(10_000)],
        };
        yield return new Figure(
            "sampling.freeze-beside/alone", "freeze while updates stream in", "ms", new Series(FreezeBesideIngest),
            "freeze alone", new Series(Freeze))
        {
            MoreIsBetter = false,
        };
        yield return new Figure(
            "sampling.ingest/before", "streamed during the freeze", "updates/s", new Series(IngestMeanwhile),
            "right before", new Series(IngestBefore))
        {
            Targets = [Target.RatioAtLeast(0.7)],
        };
        yield return new Figure("sampling.draw/hashing", "draw", "ms", new Series(Draw), "hashing the tickets alone", new Series(Hashed))
        {
            MoreIsBetter = false,
            Targets = [Target.RatioAtMost(1.5)],
        };
        yield return new Figure(
            "sampling.draw/random", "draw", "ms", new Series(Draw),
            "ORDER BY random() over the incidents", new Series(OrderByRandom))
        {
            MoreIsBetter = false,
        };
    }
}
