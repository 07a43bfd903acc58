using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary>Which share of the records by which a force says that there is no crime was right.</summary>
/// <param name="Population"><c>cancelled crimes</c>, <c>N100s</c>.</param>
/// <param name="Stratum">The stratum; empty: all of the population.</param>
/// <param name="Basis"><c>right</c>, <c>right under its code</c>.</param>
/// <param name="Estimate">The share.</param>
internal sealed record ClassifiedShare(string Population, string Stratum, string Basis, RatioEstimate Estimate)
{
    /// <summary>What it is about in one cell: <c>cancelled crimes, c2s: right</c>.</summary>
    public string Name => $"{Population}{(Stratum.Length == 0 ? "" : $", {Stratum}")}: {Basis}";

    /// <summary>Every share of an answer: of each population both bases first, then the strata. None where the plan has no such stratum.</summary>
    public static IReadOnlyList<ClassifiedShare> Of(EstimateClassificationResponse answer) =>
        [.. Of("cancelled crimes", answer.CancelledCrimes), .. Of("N100s", answer.N100S)];

    private static IEnumerable<ClassifiedShare> Of(string population, ClassificationEstimate? estimate) => estimate is null ? [] :
    [
        new(population, "", "right", estimate.Right),
        new(population, "", "right under its code", estimate.RightUnderCode),
        .. estimate.Strata.Select(s => new ClassifiedShare(population, s.Stratum, "right", s.Estimate)),
    ];
}
