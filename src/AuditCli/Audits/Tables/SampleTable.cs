using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary><c>sample.csv</c>: every item drawn, in stratum and ticket order.</summary>
internal static class SampleTable
{
    public static CsvColumns<SampleItem> Columns { get; } = new(
        ("stratum", i => i.Stratum),
        ("position", i => Exact.Of(i.Position)),
        ("unit_id", i => i.UnitId),
        ("ticket", i => i.Ticket),
        ("state", i => Cell.Of(i.State)),
        ("reviewed", i => Cell.Of(i.Reviewed)),
        ("reviewer", i => i.Reviewer),
        ("assigned_to", i => string.Join(' ', i.AssignedTo)),
        ("task", i => Cell.Of(i.Task)),
        ("response_due", i => Cell.Of(i.ResponseDue)));
}
