using AuditCore.Ledger;
using AuditCore.Sampling;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Frames;

/// <summary>What one attempt staged.</summary>
internal sealed record StagedFrame(
    long Attempt, long TreeSize, IReadOnlyList<long> Sizes, long OutsideStrata, long TimeUncertain, byte[] Digest);

/// <summary>Stages the units of one moment, for one attempt to freeze.</summary>
internal sealed class FrameStaging(Sequencer sequencer, IAuditReads reads, AuditRecord audit)
{
    private const int Chunk = 5_000;

    private readonly FrameWindow window = new(audit.Document.Plan);
    private readonly StratumMatcher strata = new(audit.Document.Plan);
    private readonly long[] sizes = new long[audit.Document.Plan.Strata.Count];
    private List<FrameUnit> chunk = new(Chunk);
    private Task writing = Task.CompletedTask;
    private long outside;
    private long uncertain;

    public async Task<StagedFrame> StageAsync(CancellationToken cancel)
    {
        long treeSize = await StageUnitsAsync(cancel);
        return new StagedFrame(audit.FreezeAttempt, treeSize, sizes, outside, uncertain, await DigestAsync(cancel));
    }

    private async Task<long> StageUnitsAsync(CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        await foreach (WindowUnit unit in snapshot.ReadUnitsAsync(audit.Force, window.ReadFromMicros, window.ToMicros, cancel))
        {
            Place(unit);
            if (chunk.Count == Chunk)
            {
                await WriteAsync();
            }
        }

        await WriteAsync();
        await writing;
        return snapshot.Head.Size;
    }

    private void Place(in WindowUnit unit)
    {
        InWindow place = StratumMatcher.IsUnit(unit.Status) ? window.Of(unit.Micros, (TimePrecision)unit.Precision) : InWindow.Outside;
        if (place == InWindow.Uncertain)
        {
            uncertain++;
        }
        else if (place == InWindow.Inside && strata.Find(unit) is { } stratum)
        {
            sizes[stratum]++;
            chunk.Add(new FrameUnit(stratum, UnitId.Of(audit.Force, unit.SourceSystem, unit.Ref).Text));
        }
        else if (place == InWindow.Inside)
        {
            outside++;
        }
    }

    /// <summary>Hands a chunk over once the one before is written; meanwhile the next is read.</summary>
    private async Task WriteAsync()
    {
        await writing;
        List<FrameUnit> units = chunk;
        chunk = new List<FrameUnit>(Chunk);
        writing = sequencer.RunAsync(async (turn, token) =>
        {
            await FreezeAttempts.RequireAsync(turn, audit, token);
            turn.MarkWritten();
            await turn.Log.Audits.StageFrameAsync(audit.No, units, token);
            return units.Count;
        });
    }

    /// <summary>Read back from where it is stored, so that the digest is of the frame that the draw will read.</summary>
    private async Task<byte[]> DigestAsync(CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        var digest = new FrameDigestBuilder();
        await foreach (FrameUnit unit in snapshot.ReadFrameAsync(audit.No, cancel))
        {
            digest.Add(unit.Stratum, unit.UnitId);
        }

        return digest.Count == sizes.Sum()
            ? digest.Root()
            : throw new InvalidOperationException($"The frame of audit '{audit.Id}' holds {digest.Count} units where {sizes.Sum()} were staged.");
    }
}
