using AuditCore.Recording;
using AuditServer.Audits;
using AuditServer.Audits.Frames;
using AuditServer.Audits.Reviews;
using AuditServer.Incidents;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Replay;

/// <summary>
/// Freezes and draws once more. A frame is staged as of the size that its entry names, whatever came between; a draw is
/// made from the frame and the seed. Both must come out as they did.
/// </summary>
internal sealed class StagingReplay(
    ReplayTurns turns, IAuditReads reads, ILogReads log, IIncidentReads incidents, IRecordingReference reference)
{
    public async Task FreezeAsync(
        ReplayedStep step, AuditRecord audit, IReadOnlyList<ErasedFrameUnit> erased, CancellationToken cancel)
    {
        long treeSize = step.Event.Frozen.Frame.TreeSize;
        if (treeSize < 0 || treeSize > step.Index)
        {
            throw new EntryRefusedException(step.Index, $"freezes a frame as of {treeSize} entries, and {step.Index} stand before it");
        }

        AuditTransitions.Require(audit.Document, AuditStep.Freeze);
        AuditRecord attempt = await turns.RunAsync((turn, token) => FreezeAttempts.BeginAsync(turn, audit, token), cancel);
        var past = new PastUnits(log, incidents, reference, treeSize);
        StagedFrame staged = await new FrameStaging(turns, reads, attempt, past, erased).StageAsync(cancel);
        if (!staged.ToFrozen(step.Stored.AcceptedMicros).Equals(step.Event.Frozen))
        {
            throw new EntryRefusedException(
                step.Index,
                $"the frame of audit '{audit.Id}' comes out with {staged.Tally.Units} units and digest {Convert.ToBase64String(staged.Digest)}; " +
                $"the entry has {step.Event.Frozen.Frame.Units} and {step.Event.Frozen.Frame.Digest.ToBase64()}");
        }
    }

    /// <summary>Stages the tickets that a step takes into the sample; the step itself says which these must be.</summary>
    public async Task ReserveAsync(ReplayedStep step, AuditRecord audit, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Extend);
        (int stratum, int number) = step.Event.StepCase == AuditEvent.StepOneofCase.Extended
            ? (audit.Document.PlaceOf(step.Event.Extended.Stratum), step.Event.Extended.Additional)
            : (await turns.RunAsync(
                async (turn, token) => (await ItemWriter.FindAsync(turn, audit, step.Event.Unavailable.UnitId, token)).Stratum, cancel), 1);
        if (stratum < 0 || number < 1)
        {
            throw new EntryRefusedException(step.Index, $"enlarges stratum '{step.Event.Extended?.Stratum}' of audit '{audit.Id}' by {number}");
        }

        await new SampleStaging(turns, reads).StageReservesAsync(audit, stratum, number, cancel);
    }

    public async Task DrawAsync(ReplayedStep step, AuditRecord audit, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Draw);
        SampleDrawn drawn = await new SampleStaging(turns, reads).StageAsync(audit, cancel);
        if (!drawn.Equals(step.Event.Drawn))
        {
            throw new EntryRefusedException(
                step.Index,
                $"the sample of audit '{audit.Id}' comes out with digest {drawn.SampleDigest.ToBase64()}; the entry has {step.Event.Drawn.SampleDigest.ToBase64()}");
        }
    }
}
