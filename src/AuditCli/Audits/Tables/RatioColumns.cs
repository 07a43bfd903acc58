using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary>An estimate with every interval, as columns of a table for workbooks.</summary>
internal static class RatioColumns
{
    /// <param name="of">The estimate of a row.</param>
    public static (string Name, Func<T, string> Of)[] Of<T>(Func<T, RatioEstimate> of) =>
    [
        ("ratio", r => Exact.Of(of(r).HasRatio ? of(r).Ratio : null)),
        ("standard_error", r => Exact.Of(of(r).HasStandardError ? of(r).StandardError : null)),
        ("degrees_of_freedom", r => Exact.Of(of(r).DegreesOfFreedom)),
        ("numerator_in_sample", r => Exact.Of(of(r).NumeratorInSample)),
        ("denominator_in_sample", r => Exact.Of(of(r).DenominatorInSample)),
        ("total_numerator", r => Exact.Of(of(r).TotalNumerator)),
        ("total_denominator", r => Exact.Of(of(r).TotalDenominator)),
        ("method", r => of(r).Method),
        ("lower", r => Exact.Of(Headline.Of(of(r))?.Lower)),
        ("upper", r => Exact.Of(Headline.Of(of(r))?.Upper)),
        ("wald_lower", r => Exact.Of(of(r).Wald?.Lower)),
        ("wald_upper", r => Exact.Of(of(r).Wald?.Upper)),
        ("logit_lower", r => Exact.Of(of(r).Logit?.Lower)),
        ("logit_upper", r => Exact.Of(of(r).Logit?.Upper)),
        ("korn_graubard_lower", r => Exact.Of(of(r).KornGraubard?.Lower)),
        ("korn_graubard_upper", r => Exact.Of(of(r).KornGraubard?.Upper)),
        ("note", r => Cell.Of(of(r).Note)),
        ("low_n", r => Cell.Of(of(r).LowN)),
    ];
}
