using AuditServer.Paging;

namespace AuditServer.Audits.Frames;

/// <summary>Reads frozen frames whole: a draw looks at every unit.</summary>
internal static class FrozenFrame
{
    /// <summary>
    /// The units, stratum by stratum in plan order, each in the ordinal order of their ids. A page is read while the last is worked on, and
    /// no further one.
    /// </summary>
    public static IAsyncEnumerable<IReadOnlyList<FrameUnit>> PagesAsync(IAuditSnapshot snapshot, AuditRecord audit, CancellationToken cancel) =>
        ReadAhead.WalkAsync(snapshot.ReadFrameAsync(audit.No, cancel), cancel);

    /// <summary>All units of each stratum in plan order, each in the ordinal order of their ids.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<FrameUnit>>> ReadAsync(IAuditReads reads, AuditRecord audit, CancellationToken cancel)
    {
        List<FrameUnit>[] frame = [.. audit.Document.Plan.Strata.Select(_ => new List<FrameUnit>())];
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        await foreach (IReadOnlyList<FrameUnit> page in PagesAsync(snapshot, audit, cancel))
        {
            foreach (FrameUnit unit in page)
            {
                frame[unit.Stratum].Add(unit);
            }
        }

        return frame;
    }
}
