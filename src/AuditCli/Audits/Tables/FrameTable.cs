using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary><c>frame-summary.csv</c>: the strata in plan order, with N, n and m.</summary>
internal static class FrameTable
{
    public static CsvColumns<(Stratum Planned, FrameStratum Frozen)> Columns { get; } = new(
        ("stratum", s => s.Planned.Name),
        ("population", s => Cell.Of(s.Planned.Population)),
        ("frame_size", s => Exact.Of(s.Frozen.FrameSize)),
        ("drawn", s => Exact.Of(s.Frozen.SampleSize)),
        ("reviewed", s => Exact.Of(s.Frozen.Reviewed)),
        ("census", s => Cell.Of(s.Frozen.Census)),
        ("unavailable", s => Exact.Of(s.Frozen.Progress?.Unavailable ?? 0)),
        ("not_settled", s => Exact.Of(AuditText.Open(s.Frozen.Progress))),
        ("merge_singletons_into", s => s.Planned.MergeSingletonsInto));

    public static string Text(Audit audit) => Columns.Text(audit.Plan.Strata.Zip(audit.Strata));
}
