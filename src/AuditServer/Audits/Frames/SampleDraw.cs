using AuditCore.Ledger;
using AuditCore.Sampling;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Audits.Frames;

/// <summary>
/// Draws samples: in each stratum the units with the smallest tickets. Frame and seed fix the draw, so it is worked out
/// and staged before the turn that makes it count, and two calls at once stage the same.
/// </summary>
internal sealed class SampleDraw(Sequencer sequencer, IAuditReads reads)
{
    private const int Chunk = 5_000;

    public async Task<Audit> DrawAsync(DrawSampleRequest request, string actor, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.Step(request.AuditId, request.RequestId);
        violations.ThrowIfAny();
        SampleDrawn? drawn = null;
        var step = new StepRequest(request.AuditId, request.RequestId)
        {
            Permit = permit,
            IsSame = stored => AuditEvent.Parser.ParseFrom(stored) is { StepCase: AuditEvent.StepOneofCase.Drawn } known && known.Actor == actor,
            Decide = (_, audit, _) =>
            {
                AuditTransitions.Require(audit.Document, AuditStep.Draw);
                return ValueTask.FromResult(new AuditEvent { AuditId = audit.Id, Actor = actor, Drawn = drawn });
            },
        };

        (StepDone? replay, AuditRecord audit) = await sequencer.RunAsync((turn, token) => LookAsync(turn, step, token), cancel);
        if (replay is not null)
        {
            return replay.Audit;
        }

        List<DrawnItem> items = await TakeAsync(audit, cancel);
        drawn = Summary(audit.Document, items);
        await StageAsync(audit, items, cancel);
        return (await sequencer.RunAsync((turn, token) => AuditSteps.TakeAsync(turn, step, token), cancel)).Audit;
    }

    private static async ValueTask<(StepDone? Replay, AuditRecord Audit)> LookAsync(Turn turn, StepRequest step, CancellationToken cancel)
    {
        AuditRecord audit = await AuditSteps.FindAsync(turn, step, cancel);
        StepDone? replay = await AuditSteps.ReplayAsync(turn, step, audit, cancel);
        if (replay is null)
        {
            AuditTransitions.Require(audit.Document, AuditStep.Draw);
        }

        return (replay, audit);
    }

    private async Task<List<DrawnItem>> TakeAsync(AuditRecord audit, CancellationToken cancel)
    {
        var frame = new List<string>[audit.Document.Plan.Strata.Count];
        for (int i = 0; i < frame.Length; i++)
        {
            frame[i] = [];
        }

        await using (IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel))
        {
            await foreach (FrameUnit unit in snapshot.ReadFrameAsync(audit.No, cancel))
            {
                frame[unit.Stratum].Add(unit.UnitId);
            }
        }

        var items = new List<DrawnItem>();
        for (int i = 0; i < frame.Length; i++)
        {
            Stratum stratum = audit.Document.Plan.Strata[i];
            int size = stratum.SizeCase == Stratum.SizeOneofCase.Census ? frame[i].Count : stratum.SampleSize;
            int place = i;
            items.AddRange(Draw.Take(audit.Document.Seed.Seed, frame[i], size)
                .Select((unit, order) => new DrawnItem(place, order + 1, unit.Id, unit.Ticket.Text)));
        }

        return items;
    }

    private static SampleDrawn Summary(Audit audit, List<DrawnItem> items)
    {
        var drawn = new SampleDrawn
        {
            Seed = audit.Seed.Seed,
            SampleDigest = ByteString.CopyFrom(FrameDigestBuilder.OfSequence(items.Select(i => i.UnitId))),
        };
        ILookup<int, DrawnItem> byStratum = items.ToLookup(i => i.Stratum);
        drawn.Strata.AddRange(audit.Strata.Select((s, i) => new FrameStratum
        {
            Name = s.Name,
            FrameSize = s.FrameSize,
            SampleSize = byStratum[i].Count(),
            Census = byStratum[i].Count() == s.FrameSize,
        }));
        return drawn;
    }

    private async Task StageAsync(AuditRecord audit, List<DrawnItem> items, CancellationToken cancel)
    {
        foreach (DrawnItem[] chunk in items.Chunk(Chunk))
        {
            cancel.ThrowIfCancellationRequested();
            await sequencer.RunAsync(async (turn, token) =>
            {
                turn.MarkWritten();
                await turn.Log.Audits.StageSampleAsync(audit.No, chunk, token);
                return chunk.Length;
            }, cancel);
        }
    }
}
