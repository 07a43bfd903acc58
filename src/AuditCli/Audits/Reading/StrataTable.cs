using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary>Strata with their sizes and where their items stand.</summary>
internal static class StrataTable
{
    public static Table Of(IEnumerable<FrameStratum> strata)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("stratum");
        foreach (string name in new[] { "frame", "drawn", "reviewed", "not settled" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        table.AddColumn("where they stand");
        foreach (FrameStratum stratum in strata)
        {
            table.AddRow(
                new Text(stratum.Name),
                new Text(NumberText.Of(stratum.FrameSize)),
                new Text(stratum.Census ? $"{NumberText.Of(stratum.SampleSize)} (census)" : NumberText.Of(stratum.SampleSize)),
                new Text(NumberText.Of(stratum.Reviewed)),
                new Text(NumberText.Of(AuditText.Open(stratum.Progress))),
                new Text(Places(stratum.Progress)));
        }

        return table;
    }

    private static string Places(ReviewProgress? progress) => progress is null
        ? ""
        : string.Join(", ", AuditText.Places(progress).Where(p => p.Items > 0).Select(p => $"{NumberText.Of(p.Items)} {p.State}"));
}
