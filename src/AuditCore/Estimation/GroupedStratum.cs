namespace AuditCore.Estimation;

/// <summary>One stratum whose reviewed reports are counted by offence group: the groups are domains of the same reports.</summary>
/// <param name="Name">Unique among the strata of one estimate.</param>
/// <param name="FrameSize">N: reports of this stratum in the frozen frame; 0 means an empty stratum.</param>
/// <param name="Groups">
/// By group, what each of the m reviewed reports counts in it. All lists have m entries, and entry i of each is about the same report.
/// </param>
public sealed record GroupedStratum(string Name, long FrameSize, IReadOnlyDictionary<string, IReadOnlyList<ReportCounts>> Groups)
{
    /// <summary>m: the reviewed reports.</summary>
    public int Reviewed => Groups.Count == 0 ? 0 : Groups.Values.Max(reports => reports.Count);
}
