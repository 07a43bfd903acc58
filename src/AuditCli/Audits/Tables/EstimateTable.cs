using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary><c>estimates.csv</c>: each domain on each basis, with every interval.</summary>
internal static class EstimateTable
{
    private static readonly CsvColumns<(string Domain, string Basis, RatioEstimate Estimate)> Columns = new(
        ("domain", r => r.Domain),
        ("basis", r => r.Basis),
        ("ratio", r => Exact.Of(r.Estimate.HasRatio ? r.Estimate.Ratio : null)),
        ("standard_error", r => Exact.Of(r.Estimate.HasStandardError ? r.Estimate.StandardError : null)),
        ("degrees_of_freedom", r => Exact.Of(r.Estimate.DegreesOfFreedom)),
        ("numerator_in_sample", r => Exact.Of(r.Estimate.NumeratorInSample)),
        ("denominator_in_sample", r => Exact.Of(r.Estimate.DenominatorInSample)),
        ("total_numerator", r => Exact.Of(r.Estimate.TotalNumerator)),
        ("total_denominator", r => Exact.Of(r.Estimate.TotalDenominator)),
        ("method", r => r.Estimate.Method),
        ("lower", r => Exact.Of(Headline.Of(r.Estimate)?.Lower)),
        ("upper", r => Exact.Of(Headline.Of(r.Estimate)?.Upper)),
        ("wald_lower", r => Exact.Of(r.Estimate.Wald?.Lower)),
        ("wald_upper", r => Exact.Of(r.Estimate.Wald?.Upper)),
        ("logit_lower", r => Exact.Of(r.Estimate.Logit?.Lower)),
        ("logit_upper", r => Exact.Of(r.Estimate.Logit?.Upper)),
        ("korn_graubard_lower", r => Exact.Of(r.Estimate.KornGraubard?.Lower)),
        ("korn_graubard_upper", r => Exact.Of(r.Estimate.KornGraubard?.Upper)),
        ("note", r => Cell.Of(r.Estimate.Note)),
        ("low_n", r => Cell.Of(r.Estimate.LowN)));

    public static string Text(IEnumerable<DomainEstimate> estimates) =>
        Columns.Text(estimates.SelectMany(e => EstimatedBasis.Of(e.Estimate).Select(b => (e.Domain, b.Name, b.Estimate))));
}
