using AuditCore.Sampling;
using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Audits.Seeds;

/// <summary>Takes what was committed to, or the seed that witnesses saw made, once the frame is frozen.</summary>
internal sealed class SeedReveals(Sequencer sequencer, IAuditReads reads)
{
    private const int ShortestSecret = 16;
    private const int LongestReveal = 256;
    private const int LongestStatement = 500;

    public async Task<Audit> RevealAsync(RevealSeedRequest request, Caller caller, string method, Action<string> permit, CancellationToken cancel)
    {
        await CheckAsync(request, permit, cancel);
        var step = new StepRequest(request.AuditId, request.RequestId)
        {
            Permit = permit,
            IsSame = stored => IsSame(AuditEvent.Parser.ParseFrom(stored), request, caller),
            Decide = (turn, audit, token) => DecideAsync(turn, audit, request, caller, method, token),
        };
        return (await sequencer.RunAsync((turn, token) => AuditSteps.TakeAsync(turn, step, token), cancel)).Audit;
    }

    /// <summary>What a reveal may be depends on the plan, which never changes.</summary>
    private async ValueTask CheckAsync(RevealSeedRequest request, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.OwnStep(request.AuditId, request.RequestId);
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        AuditRecord? audit = violations.Any ? null : await snapshot.RequireAsync(request.AuditId, cancel);
        if (audit is not null)
        {
            permit(audit.Force);
        }

        bool witnessed = audit?.Document.Plan.SeedSource == SeedSource.Witnessed;
        violations.Text("reveal", request.Reveal, audit is null || witnessed ? 1 : ShortestSecret, LongestReveal);
        violations.WellFormed("reveal", request.Reveal);
        if (witnessed)
        {
            violations.Text("witness_statement", request.WitnessStatement, 1, LongestStatement);
        }
        else if (audit is not null && request.WitnessStatement.Length > 0)
        {
            violations.Add("witness_statement", "is only for witnessed seeds; this one is of commit–reveal");
        }

        violations.ThrowIfAny();
    }

    private static bool IsSame(AuditEvent stored, RevealSeedRequest request, Caller caller)
    {
        SeedRevealed? revealed = stored.StepCase switch
        {
            AuditEvent.StepOneofCase.LeadRevealed => stored.LeadRevealed,
            AuditEvent.StepOneofCase.ForceRevealed => stored.ForceRevealed,
            _ => null,
        };
        return stored.Actor == caller.Subject && revealed is not null && revealed.Reveal == request.Reveal &&
            revealed.WitnessStatement == request.WitnessStatement;
    }

    private static async ValueTask<AuditEvent> DecideAsync(
        Turn turn, AuditRecord audit, RevealSeedRequest request, Caller caller, string method, CancellationToken cancel)
    {
        var revealed = new SeedRevealed { Reveal = request.Reveal, WitnessStatement = request.WitnessStatement };
        var step = new AuditEvent { AuditId = audit.Id, Actor = caller.Subject };
        if (await PartyAsync(turn, audit, caller, method, cancel) == SeedParty.Lead)
        {
            step.LeadRevealed = revealed;
        }
        else
        {
            step.ForceRevealed = revealed;
        }

        return step.StepCase == AuditEvent.StepOneofCase.LeadRevealed
            ? Checked(step, audit.Document.Plan.SeedSource == SeedSource.Witnessed ? ByteString.Empty : audit.Document.Seed.LeadCommitment, request)
            : Checked(step, audit.Document.Seed.ForceCommitment, request);
    }

    private static async ValueTask<SeedParty> PartyAsync(Turn turn, AuditRecord audit, Caller caller, string method, CancellationToken cancel)
    {
        Audit document = audit.Document;
        if (document.Plan.SeedSource == SeedSource.Witnessed)
        {
            AuditTransitions.Require(document, AuditStep.Witness);
            return caller.Is(Role.Lead) ? SeedParty.Lead : throw Faults.RoleMissing(method, [Role.Lead]);
        }

        if (!AuditTransitions.Allows(document, AuditStep.LeadReveals, AuditStep.ForceReveals))
        {
            AuditTransitions.Require(document, caller.Is(Role.Lead) ? AuditStep.LeadReveals : AuditStep.ForceReveals);
        }

        WithheldReveals.RequireInTime(document, turn.AcceptedMicros);
        SeedParty party = SeedParties.Of(
            caller,
            document,
            await AuditSteps.StepsAsync(turn, audit, cancel),
            leadDone: document.Seed.LeadReveal.Length > 0,
            forceDone: document.Seed.ForceReveal.Length > 0);
        AuditTransitions.Require(document, party == SeedParty.Lead ? AuditStep.LeadReveals : AuditStep.ForceReveals);
        return party;
    }

    private static AuditEvent Checked(AuditEvent step, ByteString commitment, RevealSeedRequest request) =>
        commitment.IsEmpty || Seed.Verify(commitment.Span, request.Reveal)
            ? step
            : throw Faults.InvalidFields([new Violation("reveal", "is not what was committed to: its SHA-256 differs from the commitment")]);
}
