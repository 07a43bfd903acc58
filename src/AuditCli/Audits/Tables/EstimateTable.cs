using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary><c>estimates.csv</c>: each domain on each basis, with every interval.</summary>
internal static class EstimateTable
{
    private static readonly CsvColumns<Row> Columns =
        new([("domain", r => r.Domain), ("basis", r => r.Basis), .. RatioColumns.Of<Row>(r => r.Estimate)]);

    public static string Text(IEnumerable<DomainEstimate> estimates) =>
        Columns.Text(estimates.SelectMany(e => EstimatedBasis.Of(e.Estimate).Select(b => new Row(e.Domain, b.Name, b.Estimate))));

    private sealed record Row(string Domain, string Basis, RatioEstimate Estimate);
}
