using AuditServer.Paging;

namespace AuditServer.Audits.Frames;

/// <summary>Reads strata of frozen frames whole: a draw looks at every unit.</summary>
internal static class FrozenFrame
{
    /// <summary>The units of a stratum in the ordinal order of their ids. A page is read while the last is worked on, and no further one.</summary>
    public static IAsyncEnumerable<IReadOnlyList<FrameUnit>> PagesAsync(
        IAuditSnapshot snapshot, AuditRecord audit, int stratum, CancellationToken cancel) =>
        ReadAhead.WalkAsync(snapshot.ReadFrameAsync(audit.No, stratum, cancel), cancel);

    /// <summary>The units of each stratum in plan order, each in the ordinal order of their ids.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<FrameUnit>>> ReadAsync(IAuditReads reads, AuditRecord audit, CancellationToken cancel)
    {
        List<FrameUnit>[] frame = [.. audit.Document.Plan.Strata.Select(_ => new List<FrameUnit>())];
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        for (int stratum = 0; stratum < frame.Length; stratum++)
        {
            await foreach (IReadOnlyList<FrameUnit> page in PagesAsync(snapshot, audit, stratum, cancel))
            {
                frame[stratum].AddRange(page);
            }
        }

        return frame;
    }
}
