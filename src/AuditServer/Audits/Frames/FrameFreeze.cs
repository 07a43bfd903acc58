using AuditCore.Recording;
using AuditServer.Audits.Plans;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Frames;

/// <summary>
/// Freezes frames. The units of one moment are staged in chunks, each in a turn of its own, so that forces go on
/// submitting meanwhile; only the last turn makes them count, with an entry that names their digest. Each attempt takes
/// a number and gives way to a later one, so whatever an attempt left behind, or does at the same time on another
/// server, cannot mix with it.
/// </summary>
internal sealed class FrameFreeze(Sequencer sequencer, IAuditReads reads, TimeProvider clock)
{
    public async Task<Audit> FreezeAsync(FreezeFrameRequest request, string actor, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.OwnStep(request.AuditId, request.RequestId);
        violations.ThrowIfAny();
        StagedFrame? staged = null;
        var step = new StepRequest(request.AuditId, request.RequestId)
        {
            Permit = permit,
            IsSame = stored => AuditEvent.Parser.ParseFrom(stored) is { StepCase: AuditEvent.StepOneofCase.Frozen } frozen && frozen.Actor == actor,
            Decide = (turn, audit, _) => ValueTask.FromResult(Freeze(turn, audit, staged!, actor)),
        };

        (StepDone? replay, AuditRecord? audit) = await sequencer.RunAsync((turn, token) => BeginAsync(turn, step, token), cancel);
        if (replay is not null)
        {
            return replay.Audit;
        }

        staged = await new FrameStaging(sequencer, reads, audit!).StageAsync(cancel);
        return (await sequencer.RunAsync((turn, token) => AuditSteps.TakeAsync(turn, step, token), cancel)).Audit;
    }

    private async ValueTask<(StepDone? Replay, AuditRecord? Audit)> BeginAsync(Turn turn, StepRequest step, CancellationToken cancel)
    {
        AuditRecord audit = await AuditSteps.FindAsync(turn, step, cancel);
        if (await AuditSteps.ReplayAsync(turn, step, audit, cancel) is { } replay)
        {
            return (replay, null);
        }

        Require(audit.Document);
        return (null, await FreezeAttempts.BeginAsync(turn, audit, cancel));
    }

    private void Require(Audit audit)
    {
        AuditTransitions.Require(audit, AuditStep.Freeze);
        DateOnly last = PlanWindow.Of(audit.Plan).Last;
        if (last >= LondonTime.DayOf(clock.GetUtcNow()))
        {
            throw Faults.AuditState(
                audit.AuditId,
                AuditTransitions.NameOf(audit.State),
                $"its window ends on {last:yyyy-MM-dd}, and the frame can be frozen once that day is over");
        }
    }

    private static AuditEvent Freeze(Turn turn, AuditRecord audit, StagedFrame staged, string actor)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Freeze);
        FreezeAttempts.Require(audit, staged.Attempt);
        return new AuditEvent { AuditId = audit.Id, Actor = actor, Frozen = staged.ToFrozen(turn.AcceptedMicros) };
    }
}
