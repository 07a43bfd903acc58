using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Audits.Reviews;

/// <summary>Takes what reviewers, the force, arbitrators and leads do to items, one after the other in the log.</summary>
internal sealed class ItemCalls(Sequencer sequencer, FrozenRecords records)
{
    // A report's id is three percent-encoded parts of at most 64, 64 and 128 characters of up to nine bytes each, and two slashes; that of
    // an N100 has two more, of at most 64 and 128 characters, and a word between.
    public const int LongestUnitId = 4_041;

    private const int LongestReason = 500;
    private const int LongestDispute = 1_000;

    public async Task<SubmitReviewResponse> SubmitAsync(SubmitReviewRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        Violations violations = Begin(request.AuditId, request.RequestId, request.UnitId);
        await CheckReviewAsync(request.AuditId, request.UnitId, request.Review, reason: null, violations, cancel);
        AuditEvent step = Step(request.AuditId, caller);
        step.Reviewed = new ItemReviewed { UnitId = request.UnitId, Review = request.Review };
        StepReceipt receipt = await TakeAsync(
            step, request.RequestId, permit, (turn, audit, token) => ItemTurns.RequireReviewAsync(turn, audit, request.UnitId, caller, token));
        return new() { EntryIndex = receipt.EntryIndex, AcceptedTime = Time(receipt), Replayed = receipt.Replayed };
    }

    public async Task<RespondToFindingResponse> RespondAsync(RespondToFindingRequest request, Caller caller, Action<string> permit)
    {
        Violations violations = Begin(request.AuditId, request.RequestId, request.UnitId);
        CheckAnswer(request, violations);
        violations.ThrowIfAny();
        AuditEvent step = Step(request.AuditId, caller);
        step.Answered = new FindingAnswered { UnitId = request.UnitId };
        if (request.ResponseCase == RespondToFindingRequest.ResponseOneofCase.Accept)
        {
            step.Answered.Accepted = true;
        }
        else
        {
            step.Answered.Disputed = request.Dispute;
        }

        StepReceipt receipt = await TakeAsync(
            step, request.RequestId, permit, (turn, audit, token) => ItemTurns.RequireRespondAsync(turn, audit, request.UnitId, token));
        return new() { EntryIndex = receipt.EntryIndex, AcceptedTime = Time(receipt), Replayed = receipt.Replayed };
    }

    public async Task<ReconsiderResponse> ReconsiderAsync(ReconsiderRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        Violations violations = Begin(request.AuditId, request.RequestId, request.UnitId);
        await CheckReviewAsync(request.AuditId, request.UnitId, request.Review, request.Reason, violations, cancel);
        AuditEvent step = Step(request.AuditId, caller);
        step.Reconsidered = new ItemReconsidered { UnitId = request.UnitId, Review = request.Review, Reason = request.Reason };
        StepReceipt receipt = await TakeAsync(
            step, request.RequestId, permit, (turn, audit, token) => ItemTurns.RequireReconsiderAsync(turn, audit, request.UnitId, caller, token));
        return new() { EntryIndex = receipt.EntryIndex, AcceptedTime = Time(receipt), Replayed = receipt.Replayed };
    }

    public async Task<ArbitrateResponse> ArbitrateAsync(
        ArbitrateRequest request, Caller caller, string method, Action<string> permit, CancellationToken cancel)
    {
        Violations violations = Begin(request.AuditId, request.RequestId, request.UnitId);
        await CheckReviewAsync(request.AuditId, request.UnitId, request.Review, request.Reason, violations, cancel);
        AuditEvent step = Step(request.AuditId, caller);
        step.Arbitrated = new ItemArbitrated { UnitId = request.UnitId, Review = request.Review, Reason = request.Reason };
        StepReceipt receipt = await TakeAsync(
            step,
            request.RequestId,
            permit,
            (turn, audit, token) => ItemTurns.RequireArbitrateAsync(turn, audit, request.UnitId, caller, method, token));
        return new() { EntryIndex = receipt.EntryIndex, AcceptedTime = Time(receipt), Replayed = receipt.Replayed };
    }

    public async Task<ReopenItemResponse> ReopenAsync(ReopenItemRequest request, Caller caller, Action<string> permit)
    {
        Violations violations = Begin(request.AuditId, request.RequestId, request.UnitId);
        violations.Text("reason", request.Reason, 1, LongestReason);
        violations.ThrowIfAny();
        AuditEvent step = Step(request.AuditId, caller);
        step.Reopened = new ItemReopened { UnitId = request.UnitId, Reason = request.Reason };
        StepReceipt receipt = await TakeAsync(
            step, request.RequestId, permit, (turn, audit, token) => ItemTurns.RequireReopenAsync(turn, audit, request.UnitId, caller, token));
        return new() { EntryIndex = receipt.EntryIndex, AcceptedTime = Time(receipt), Replayed = receipt.Replayed };
    }

    /// <summary>When a step was accepted.</summary>
    public static Timestamp Time(StepReceipt receipt) => AuditFold.TimeOf(receipt.AcceptedMicros);

    /// <summary>Checks the review of a step, and why it is another than before where it is; then whether it judges as of the freeze.</summary>
    private async ValueTask CheckReviewAsync(
        string auditId, string unitId, Review review, string? reason, Violations violations, CancellationToken cancel)
    {
        ReviewCheck.Check(review, unitId, violations);
        if (reason is not null)
        {
            violations.Text("reason", reason, 1, LongestReason);
        }

        violations.ThrowIfAny();
        await records.RequireJudgedAsOfFreezeAsync(auditId, unitId, review, cancel);
    }

    private Task<StepReceipt> TakeAsync(
        AuditEvent step, string requestId, Action<string> permit, Func<Turn, AuditRecord, CancellationToken, ValueTask> require)
    {
        var request = new ReceiptRequest(step.AuditId, requestId)
        {
            Permit = audit => permit(audit.Force),
            IsSame = step.Equals,
            Decide = async (turn, audit, cancel) =>
            {
                await require(turn, audit, cancel);
                return step;
            },
        };
        return sequencer.RunAsync((turn, cancel) => ReceiptSteps.TakeAsync(turn, request, cancel));
    }

    private static AuditEvent Step(string auditId, Caller caller) => new() { AuditId = auditId, Actor = caller.Subject };

    private static Violations Begin(string auditId, string requestId, string unitId)
    {
        var violations = new Violations();
        violations.OwnStep(auditId, requestId);
        violations.Text("unit_id", unitId, 1, LongestUnitId);
        return violations;
    }

    private static void CheckAnswer(RespondToFindingRequest request, Violations violations)
    {
        switch (request.ResponseCase)
        {
            case RespondToFindingRequest.ResponseOneofCase.Accept when !request.Accept:
                violations.Add("accept", "is false; leave it out and say why it is disputed");
                break;
            case RespondToFindingRequest.ResponseOneofCase.Dispute:
                violations.Text("dispute", request.Dispute, 1, LongestDispute);
                break;
            case RespondToFindingRequest.ResponseOneofCase.None:
                violations.Add("response", "is blank: accept the finding, or say why it is disputed");
                break;
            default:
                break;
        }
    }
}
