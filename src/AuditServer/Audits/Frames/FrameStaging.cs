using AuditCore.Ledger;
using AuditCore.Sampling;
using AuditServer.Sequencing;

namespace AuditServer.Audits.Frames;

/// <summary>Stages the units of one moment, for one attempt to freeze.</summary>
/// <param name="turns">Takes the turns that write.</param>
/// <param name="reads">Reads the units, and the frame back.</param>
/// <param name="audit">The audit, with the number of the attempt.</param>
/// <param name="past">The units as of an earlier moment, in a replay; null: as of now.</param>
/// <param name="erased">In a replay, units of the frame whose incidents were erased since.</param>
internal sealed class FrameStaging(
    ITurns turns, IAuditReads reads, AuditRecord audit, PastUnits? past = null, IReadOnlyList<ErasedFrameUnit>? erased = null)
{
    private const int Chunk = 4_000;
    private const int DropChunk = 20_000;

    private readonly FrameTally tally = new(audit.Document.Plan);
    private List<FrameUnit> chunk = new(Chunk);
    private Task writing = Task.CompletedTask;

    public async Task<StagedFrame> StageAsync(CancellationToken cancel)
    {
        await DropLeftoversAsync(cancel);
        long treeSize = await StageUnitsAsync(cancel);
        await EraseAsync(cancel);
        return new StagedFrame(audit.FreezeAttempt, treeSize, tally, await DigestAsync(cancel));
    }

    private async Task DropLeftoversAsync(CancellationToken cancel)
    {
        int dropped;
        do
        {
            cancel.ThrowIfCancellationRequested();
            dropped = await turns.RunAsync(async (turn, token) =>
            {
                await FreezeAttempts.RequireAsync(turn, audit, token);
                turn.MarkWritten();
                return await turn.Log.Audits.DropFrameAsync(audit.No, DropChunk, token);
            }, cancel);
        }
        while (dropped > 0);
    }

    private async Task<long> StageUnitsAsync(CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        UnitsQuestion asked = tally.QuestionOf(audit.Force);
        await foreach (WindowUnit unit in past?.ReadAsync(snapshot, asked, cancel) ?? asked.ReadAsync(snapshot, cancel))
        {
            Place(unit);
            if (chunk.Count == Chunk)
            {
                await WriteAsync();
            }
        }

        await WriteAsync();
        await writing;
        return past?.TreeSize ?? snapshot.Head.Size;
    }

    private void Place(in WindowUnit unit)
    {
        if (tally.Place(unit) is { } stratum)
        {
            UnitId report = UnitId.Of(audit.Force, unit.SourceSystem, unit.Ref);
            chunk.Add(new FrameUnit(stratum, (unit.Record?.IdIn(report) ?? report).Text));
        }
    }

    /// <summary>Hands a chunk over once the one before is written; meanwhile the next is read.</summary>
    private async Task WriteAsync()
    {
        await writing;
        List<FrameUnit> units = chunk;
        chunk = new List<FrameUnit>(Chunk);
        writing = turns.RunAsync(async (turn, token) =>
        {
            await FreezeAttempts.RequireAsync(turn, audit, token);
            turn.MarkWritten();
            await turn.Log.Audits.StageFrameAsync(audit.No, units, token);
            return units.Count;
        });
    }

    /// <summary>Such units are staged under the tokens under which their incidents go, and keep what followed from their ids.</summary>
    private Task EraseAsync(CancellationToken cancel) => erased is not { Count: > 0 } units ? Task.CompletedTask : turns.RunAsync(
        async (turn, token) =>
        {
            turn.MarkWritten();
            foreach (ErasedFrameUnit unit in units)
            {
                await turn.Log.Redactions.EraseUnitAsync(audit.No, unit.UnitId, unit, token);
            }

            return units.Count;
        },
        cancel);

    /// <summary>Read back from where it is stored, so that the digest is of the frame that the draw will read.</summary>
    private async Task<byte[]> DigestAsync(CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        var digest = new FrameDigestBuilder();
        for (int stratum = 0; stratum < audit.Document.Plan.Strata.Count; stratum++)
        {
            await foreach (IReadOnlyList<FrameUnit> page in FrozenFrame.PagesAsync(snapshot, audit, stratum, cancel))
            {
                Add(digest, page);
            }
        }

        return digest.Count == tally.Units
            ? digest.Root()
            : throw new InvalidOperationException($"The frame of audit '{audit.Id}' holds {digest.Count} units where {tally.Units} were staged.");
    }

    private static void Add(FrameDigestBuilder digest, IReadOnlyList<FrameUnit> page)
    {
        foreach (FrameUnit unit in page)
        {
            if (unit.Erased is { } gone)
            {
                digest.AddErased(unit.Stratum, gone.LeafHash);
            }
            else
            {
                digest.Add(unit.Stratum, unit.UnitId);
            }
        }
    }
}
