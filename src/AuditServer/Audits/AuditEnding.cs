using AuditCore.Estimation;
using AuditCore.Evidence;
using AuditServer.Audits.Reviews;
using AuditServer.Audits.Seeds;
using AuditServer.Errors;
using AuditServer.Rates;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;
using Microsoft.Extensions.Options;

namespace AuditServer.Audits;

/// <summary>Ends audits: final with their estimate, or abandoned with a reason.</summary>
internal sealed class AuditEnding(
    Sequencer sequencer, IAuditReads reads, AuditEstimates estimates, ClassificationEstimates classifications, IOptions<RateOptions> rates)
{
    private const int MostNamed = 10;
    private const int LongestReason = 500;

    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, AUDIT_UNSETTLED, REQUEST_ID_REUSED.</exception>
    public async Task<FinalizeAuditResponse> FinalizeAsync(
        FinalizeAuditRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.OwnStep(request.AuditId, request.RequestId);
        violations.ThrowIfAny();
        AuditFinalized? final = null;
        Audit? estimated = null;
        var step = new ReceiptRequest(request.AuditId, request.RequestId)
        {
            Permit = audit => permit(audit.Force),
            IsSame = first => first.Actor == caller.Subject && first.StepCase == AuditEvent.StepOneofCase.Finalized,
            Decide = async (turn, audit, token) =>
            {
                AuditTransitions.Require(audit.Document, AuditStep.Finalize);
                await RequireSettledAsync(turn, audit, token);
                // The estimate stands for the audit as it was read; whatever was done since asks for another.
                IReadOnlyList<long> steps = await StepsAsync(turn, audit, token);
                return !audit.Document.Equals(estimated) || steps[^1] >= final!.Estimate.AsOf.TreeSize ? null : new AuditEvent
                {
                    AuditId = audit.Id,
                    Actor = caller.Subject,
                    Finalized = new AuditFinalized(final) { StepsDigest = ByteString.CopyFrom(StepsDigest.Of(steps)) },
                };
            },
        };
        while (true)
        {
            StepReceipt? receipt = await sequencer.RunAsync((turn, token) => ReceiptSteps.TryTakeAsync(turn, step, token), cancel);
            if (receipt is not null)
            {
                return new()
                {
                    EntryIndex = receipt.EntryIndex,
                    AcceptedTime = ItemCalls.Time(receipt),
                    Replayed = receipt.Replayed,
                    Estimate = receipt.Event.Finalized.Estimate,
                    Classification = receipt.Event.Finalized.Classification,
                };
            }

            estimated = (await reads.RequireAsync(request.AuditId, cancel)).Document;
            final = new AuditFinalized
            {
                Estimate = await estimates.ToEndAsync(request.AuditId, permit, cancel),
                Classification = estimated.Plan.AsksForRecords()
                    ? await classifications.ToEndAsync(request.AuditId, permit, cancel)
                    : null,
                LowCountBelow = rates.Value.LowCountBelow,
            };
        }
    }

    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, REQUEST_ID_REUSED.</exception>
    public async Task<AbandonAuditResponse> AbandonAsync(AbandonAuditRequest request, Caller caller, Action<string> permit)
    {
        var violations = new Violations();
        violations.OwnStep(request.AuditId, request.RequestId);
        violations.Text("reason", request.Reason, 1, LongestReason);
        violations.ThrowIfAny();
        var abandoned = new AuditEvent
        {
            AuditId = request.AuditId,
            Actor = caller.Subject,
            Abandoned = new AuditAbandoned { Reason = request.Reason },
        };
        var step = new ReceiptRequest(request.AuditId, request.RequestId)
        {
            Permit = audit => permit(audit.Force),
            IsSame = abandoned.Equals,
            Decide = (turn, audit, _) =>
            {
                // Past the time to reveal the audit is void, and says whose secret was withheld; nobody makes a plain end of that.
                WithheldReveals.RequireInTime(audit.Document, turn.AcceptedMicros);
                return ValueTask.FromResult<AuditEvent?>(abandoned);
            },
        };
        StepReceipt receipt = await sequencer.RunAsync((turn, token) => ReceiptSteps.TakeAsync(turn, step, token));
        return new() { EntryIndex = receipt.EntryIndex, AcceptedTime = ItemCalls.Time(receipt), Replayed = receipt.Replayed };
    }

    /// <summary>All steps of the audit up to now, those of this turn too.</summary>
    private static async ValueTask<IReadOnlyList<long>> StepsAsync(Turn turn, AuditRecord audit, CancellationToken cancel)
    {
        IReadOnlyList<long> older = await turn.Log.Audits.ReadStepIndexesAsync(audit.Force, audit.Id, cancel);
        return [.. older, .. turn.AppendedTo(audit).Select(e => e.Index)];
    }

    private static async ValueTask RequireSettledAsync(Turn turn, AuditRecord audit, CancellationToken cancel)
    {
        ReviewProgress progress = ReviewProgresses.Of(audit.Document);
        if (progress.Unsettled() == 0)
        {
            return;
        }

        string where = string.Join(", ", ReviewProgresses.States
            .Where(s => ReviewProgresses.IsOpen(s) && progress.In(s) > 0)
            .Select(s => $"{progress.In(s)} {ItemTransitions.NameOf(s)}"));
        IReadOnlyList<SampleItemRow> items = await turn.Log.Audits.ReadItemsAsync(audit.No, ItemRowRange.Sample, cancel);
        IEnumerable<string> named = items.Where(i => ReviewProgresses.IsOpen(i.State))
            .Take(MostNamed)
            .Select(i => $"{i.UnitId} is {ItemTransitions.NameOf(i.State)}");
        throw Faults.AuditUnsettled(audit.Id, where, string.Join("; ", named));
    }
}
