using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Seeds;

/// <summary>Takes the commitments of lead and force to their secrets, before the frame is frozen.</summary>
internal sealed class SeedCommitments(Sequencer sequencer)
{
    private const int CommitmentBytes = 32;

    public async Task<Audit> CommitAsync(CommitSeedRequest request, Caller caller, Action<string> permit)
    {
        var violations = new Violations();
        violations.OwnStep(request.AuditId, request.RequestId);
        if (request.Commitment.Length != CommitmentBytes)
        {
            violations.Add("commitment", $"has {request.Commitment.Length} bytes; SHA-256 has {CommitmentBytes}");
        }

        violations.ThrowIfAny();
        var step = new StepRequest(request.AuditId, request.RequestId)
        {
            Permit = permit,
            IsSame = stored => IsSame(AuditEvent.Parser.ParseFrom(stored), request, caller),
            Decide = (turn, audit, cancel) => DecideAsync(turn, audit, request, caller, cancel),
        };
        return (await sequencer.RunAsync((turn, cancel) => AuditSteps.TakeAsync(turn, step, cancel))).Audit;
    }

    private static bool IsSame(AuditEvent stored, CommitSeedRequest request, Caller caller) =>
        stored.Actor == caller.Subject && stored.StepCase switch
        {
            AuditEvent.StepOneofCase.LeadCommitted => stored.LeadCommitted == request.Commitment,
            AuditEvent.StepOneofCase.ForceCommitted => stored.ForceCommitted == request.Commitment,
            _ => false,
        };

    private static async ValueTask<AuditEvent> DecideAsync(
        Turn turn, AuditRecord audit, CommitSeedRequest request, Caller caller, CancellationToken cancel)
    {
        Audit document = audit.Document;
        if (!AuditTransitions.Allows(document, AuditStep.LeadCommits, AuditStep.ForceCommits))
        {
            AuditTransitions.Require(document, caller.Is(Role.Lead) ? AuditStep.LeadCommits : AuditStep.ForceCommits);
        }

        SeedParty party = SeedParties.Of(
            caller,
            document,
            await AuditSteps.StepsAsync(turn, audit, cancel),
            leadDone: !document.Seed.LeadCommitment.IsEmpty,
            forceDone: !document.Seed.ForceCommitment.IsEmpty);
        AuditTransitions.Require(document, party == SeedParty.Lead ? AuditStep.LeadCommits : AuditStep.ForceCommits);
        var step = new AuditEvent { AuditId = audit.Id, Actor = caller.Subject };
        if (party == SeedParty.Lead)
        {
            step.LeadCommitted = request.Commitment;
        }
        else
        {
            step.ForceCommitted = request.Commitment;
        }

        return step;
    }
}
