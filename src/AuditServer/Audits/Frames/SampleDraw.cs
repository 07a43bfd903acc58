using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Frames;

/// <summary>
/// Draws samples: in each stratum the units with the smallest tickets. Frame and seed fix the draw, so it is worked out
/// and staged before the turn that makes it count, and two calls at once stage the same.
/// </summary>
internal sealed class SampleDraw(Sequencer sequencer, IAuditReads reads)
{
    public async Task<Audit> DrawAsync(DrawSampleRequest request, string actor, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.OwnStep(request.AuditId, request.RequestId);
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

        drawn = await new SampleStaging(sequencer, reads).StageAsync(audit, cancel);
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
}
