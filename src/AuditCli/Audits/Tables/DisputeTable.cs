using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary><c>disputes.csv</c>: what was said about findings after the first review, in stratum and ticket order, each item's in the order of the log.</summary>
internal static class DisputeTable
{
    private static readonly CsvColumns<(SampleItem Item, ItemStep Step)> Columns = new(
        ("stratum", r => r.Item.Stratum),
        ("position", r => Exact.Of(r.Item.Position)),
        ("unit_id", r => r.Item.UnitId),
        ("entry_index", r => Exact.Of(r.Step.EntryIndex)),
        ("accepted", r => Cell.Of(r.Step.AcceptedTime)),
        ("step", r => Cell.Of(r.Step.Kind)),
        ("actor", r => r.Step.Actor),
        ("reason", r => r.Step.Reason),
        ("outcomes", r => string.Join("; ", r.Step.Review?.Crimes?.Decisions.Select(d => Cell.Of(d.Outcome)) ?? [])));

    public static string Text(IEnumerable<SampleItem> items) => Columns.Text(items.SelectMany(
        item => item.History.Where(step => step.Kind != ItemStepKind.Reviewed).Select(step => (item, step))));
}
