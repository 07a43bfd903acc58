using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary><c>classification.csv</c>: which share of cancelled crimes and of N100s was right, with every interval.</summary>
internal static class ClassificationTable
{
    private static readonly CsvColumns<ClassifiedShare> Columns = new(
    [
        ("population", s => s.Population),
        ("stratum", s => s.Stratum),
        ("basis", s => s.Basis),
        .. RatioColumns.Of<ClassifiedShare>(s => s.Estimate),
    ]);

    public static string Text(EstimateClassificationResponse answer) => Columns.Text(ClassifiedShare.Of(answer));
}
