namespace AuditServer.Audits.Frames;

/// <summary>Reads frozen frames whole: a draw looks at every unit.</summary>
internal static class FrozenFrame
{
    /// <summary>The units of each stratum in plan order, each in the ordinal order of their ids.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<FrameUnit>>> ReadAsync(IAuditReads reads, AuditRecord audit, CancellationToken cancel)
    {
        List<FrameUnit>[] frame = [.. audit.Document.Plan.Strata.Select(_ => new List<FrameUnit>())];
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        await foreach (FrameUnit unit in snapshot.ReadFrameAsync(audit.No, cancel))
        {
            frame[unit.Stratum].Add(unit);
        }

        return frame;
    }
}
