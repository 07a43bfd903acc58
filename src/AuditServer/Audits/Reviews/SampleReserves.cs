using AuditServer.Audits.Frames;
using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// Replaces reports that cannot be had and enlarges samples, by the next tickets. These are staged ahead outside the turn, some
/// more than needed; where another call took them meanwhile, more are staged and the step is tried again.
/// </summary>
internal sealed class SampleReserves(Sequencer sequencer, IAuditReads reads)
{
    private const int StagedAhead = 64;
    private const int LargestExtension = 100_000;
    private const int LongestReason = 500;

    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, UNKNOWN_SAMPLE_ITEM, AUDIT_STATE, NOT_ASSIGNED, REQUEST_ID_REUSED.</exception>
    public async Task<ReportUnavailableResponse> ReplaceAsync(
        ReportUnavailableRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.OwnStep(request.AuditId, request.RequestId);
        violations.Text("unit_id", request.UnitId, 1, ItemCalls.LongestUnitId);
        violations.Text("reason", request.Reason, 1, LongestReason);
        violations.ThrowIfAny();
        int stratum = 0;
        var step = new ReceiptRequest(request.AuditId, request.RequestId)
        {
            Permit = audit => permit(audit.Force),
            IsSame = first => first.Actor == caller.Subject && first.StepCase == AuditEvent.StepOneofCase.Unavailable &&
                first.Unavailable.UnitId == request.UnitId && first.Unavailable.Reason == request.Reason,
            Decide = async (turn, audit, token) =>
            {
                SampleItemRow item = await ItemTurns.RequireUnavailableAsync(turn, audit, request.UnitId, caller, token);
                stratum = item.Stratum;
                IReadOnlyList<SampleItemRow>? next = await ReserveWriter.NextAsync(turn, audit, item.Stratum, 1, token);
                return next is null ? null : new AuditEvent
                {
                    AuditId = audit.Id,
                    Actor = caller.Subject,
                    Unavailable = new ItemUnavailable
                    {
                        UnitId = request.UnitId,
                        Reason = request.Reason,
                        ReserveUnitId = next.Count > 0 ? next[0].UnitId : "",
                    },
                };
            },
        };
        StepReceipt receipt = await TakeAsync(step, () => stratum, 1, cancel);
        return new()
        {
            EntryIndex = receipt.EntryIndex,
            AcceptedTime = ItemCalls.Time(receipt),
            Replayed = receipt.Replayed,
            ReserveUnitId = receipt.Event.Unavailable.ReserveUnitId,
        };
    }

    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, REQUEST_ID_REUSED.</exception>
    public async Task<ExtendSampleResponse> ExtendAsync(ExtendSampleRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.OwnStep(request.AuditId, request.RequestId);
        if (request.Additional is < 1 or > LargestExtension)
        {
            violations.Add("additional", $"is {request.Additional}; 1 to {LargestExtension} are allowed");
        }

        violations.ThrowIfAny();
        int stratum = 0;
        var step = new ReceiptRequest(request.AuditId, request.RequestId)
        {
            Permit = audit => permit(audit.Force),
            IsSame = first => first.Actor == caller.Subject && first.StepCase == AuditEvent.StepOneofCase.Extended &&
                first.Extended.Stratum == request.Stratum && first.Extended.Additional == request.Additional,
            Decide = async (turn, audit, token) =>
            {
                AuditTransitions.Require(audit.Document, AuditStep.Extend);
                SampleExtended? extended = await ReserveWriter.ExtensionAsync(turn, audit, request.Stratum, request.Additional, token);
                stratum = audit.Document.PlaceOf(request.Stratum);
                return extended is null ? null : new AuditEvent { AuditId = audit.Id, Actor = caller.Subject, Extended = extended };
            },
        };
        StepReceipt receipt = await TakeAsync(step, () => stratum, request.Additional, cancel);
        return new()
        {
            EntryIndex = receipt.EntryIndex,
            AcceptedTime = ItemCalls.Time(receipt),
            Replayed = receipt.Replayed,
            Drawn = receipt.Event.Extended.Drawn,
            SampleSize = receipt.Event.Extended.SampleSize,
        };
    }

    private async Task<StepReceipt> TakeAsync(ReceiptRequest step, Func<int> stratum, int wanted, CancellationToken cancel)
    {
        while (true)
        {
            StepReceipt? receipt = await sequencer.RunAsync((turn, token) => ReceiptSteps.TryTakeAsync(turn, step, token), cancel);
            if (receipt is not null)
            {
                return receipt;
            }

            AuditRecord audit = await reads.RequireAsync(step.AuditId, cancel);
            await new SampleStaging(sequencer, reads).StageReservesAsync(audit, stratum(), wanted + StagedAhead, cancel);
        }
    }
}
