namespace AuditServer.Audits.Frames;

/// <summary>Reads frozen frames whole: a draw looks at every unit.</summary>
internal static class FrozenFrame
{
    /// <summary>The unit ids of each stratum in plan order, each in ordinal order.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(IAuditReads reads, AuditRecord audit, CancellationToken cancel)
    {
        List<string>[] frame = [.. audit.Document.Plan.Strata.Select(_ => new List<string>())];
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        await foreach (FrameUnit unit in snapshot.ReadFrameAsync(audit.No, cancel))
        {
            frame[unit.Stratum].Add(unit.UnitId);
        }

        return frame;
    }
}
