using AuditCore.Ledger;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Audits.Frames;

/// <summary>Works a draw out of a frozen frame and its seed, and stages the items drawn.</summary>
internal sealed class SampleStaging(ITurns turns, IAuditReads reads)
{
    private const int Chunk = 5_000;

    /// <summary>Draws and stages.</summary>
    /// <returns>The draw as the log holds it.</returns>
    public async Task<SampleDrawn> StageAsync(AuditRecord audit, CancellationToken cancel)
    {
        List<DrawnItem> items = await TakeAsync(audit, cancel);
        SampleDrawn drawn = Summary(audit.Document, items);
        await StageAsync(audit, items, inReserve: false, cancel);
        return drawn;
    }

    /// <summary>Stages the next tickets of a stratum in reserve.</summary>
    public async Task StageReservesAsync(AuditRecord audit, int stratum, int number, CancellationToken cancel)
    {
        FrameStratum frame = audit.Document.Strata[stratum];
        int upTo = (int)Math.Min(frame.SampleSize + number, frame.FrameSize);
        List<DrawnItem> items = [.. (await TakeAsync(audit, stratum, upTo, cancel)).Where(i => i.Position > frame.SampleSize)];
        await StageAsync(audit, items, inReserve: true, cancel);
    }

    private async Task<List<DrawnItem>> TakeAsync(AuditRecord audit, CancellationToken cancel)
    {
        var items = new List<DrawnItem>();
        for (int i = 0; i < audit.Document.Plan.Strata.Count; i++)
        {
            Stratum stratum = audit.Document.Plan.Strata[i];
            int size = stratum.SizeCase == Stratum.SizeOneofCase.Census ? int.MaxValue : stratum.SampleSize;
            items.AddRange(await TakeAsync(audit, i, size, cancel));
        }

        return items;
    }

    /// <summary>Draws from a stratum: one core reads a page while another hashes the last. Its frame is the same at every moment.</summary>
    private async Task<IEnumerable<DrawnItem>> TakeAsync(AuditRecord audit, int stratum, int number, CancellationToken cancel)
    {
        var draw = new FrameDraw(audit.Document.Seed.Seed, stratum, number);
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        await foreach (IReadOnlyList<FrameUnit> page in FrozenFrame.PagesAsync(snapshot, audit, stratum, cancel))
        {
            foreach (FrameUnit unit in page)
            {
                draw.Offer(unit);
            }
        }

        return draw.Items();
    }

    private static SampleDrawn Summary(Audit audit, List<DrawnItem> items)
    {
        var drawn = new SampleDrawn
        {
            Seed = audit.Seed.Seed,
            SampleDigest = ByteString.CopyFrom(FrameDigestBuilder.OfLeaves(items.Select(i => i.LeafHash ?? FrameDigestBuilder.LeafOf(i.UnitId)))),
        };
        ILookup<int, DrawnItem> byStratum = items.ToLookup(i => i.Stratum);
        drawn.Strata.AddRange(audit.Strata.Select((s, i) => new FrameStratum
        {
            Name = s.Name,
            FrameSize = s.FrameSize,
            SampleSize = byStratum[i].Count(),
            Census = byStratum[i].Count() == s.FrameSize,
            Overlap = s.Overlap,
            TakenEarlier = s.TakenEarlier,
        }));
        return drawn;
    }

    private async Task StageAsync(AuditRecord audit, List<DrawnItem> items, bool inReserve, CancellationToken cancel)
    {
        foreach (DrawnItem[] chunk in items.Chunk(Chunk))
        {
            cancel.ThrowIfCancellationRequested();
            await turns.RunAsync(async (turn, token) =>
            {
                turn.MarkWritten();
                await turn.Log.Audits.StageSampleAsync(audit.No, chunk, inReserve, token);
                return chunk.Length;
            }, cancel);
        }
    }
}
