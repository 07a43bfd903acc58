using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Audits;

/// <summary>
/// How steps after the draw are taken: inside a turn, once for their request id. Their answer is in their entry, so asked again
/// they are answered from there, however far the audit has gone.
/// </summary>
internal static class ReceiptSteps
{
    /// <summary>How the request ids begin that the service gives to steps of its own.</summary>
    public const string ReservedPrefix = "server/";

    /// <summary>Takes a step.</summary>
    /// <returns>Null when <see cref="ReceiptRequest.Decide"/> cannot decide yet; nothing was written then.</returns>
    /// <exception cref="Fault">UNKNOWN_AUDIT, REQUEST_ID_REUSED, AUDIT_STATE, or what the step itself says.</exception>
    public static async ValueTask<StepReceipt?> TryTakeAsync(Turn turn, ReceiptRequest request, CancellationToken cancel)
    {
        AuditRecord audit = await turn.Log.Audits.FindAsync(request.AuditId, cancel) ?? throw Faults.UnknownAudit(request.AuditId);
        request.Permit(audit);
        RequestKey key = AuditKeys.Of(audit.Force, audit.Id, request.RequestId);
        if ((await turn.FindAsync([key], cancel)).TryGetValue(key, out KnownEntry? known))
        {
            AuditEvent first = AuditEvent.Parser.ParseFrom(known.Payload);
            return known.RedactedBy is not null || request.IsSame(first)
                ? new StepReceipt(known.Index, known.AcceptedMicros, first, Replayed: true)
                : throw Faults.RequestIdReused(request.RequestId, known.Index);
        }

        if (await request.Decide(turn, audit, cancel) is not { } step)
        {
            return null;
        }

        Entry entry = (await AuditWriter.WriteAsync(turn, key, audit, step, step.ToByteArray(), cancel)).Entry;
        return new StepReceipt(entry.Index, entry.AcceptedMicros, step, Replayed: false);
    }

    /// <summary>Takes a step that can always be decided at once.</summary>
    /// <exception cref="Fault">As <see cref="TryTakeAsync"/>.</exception>
    public static async ValueTask<StepReceipt> TakeAsync(Turn turn, ReceiptRequest request, CancellationToken cancel) =>
        await TryTakeAsync(turn, request, cancel) ?? throw new InvalidOperationException("The step was not decided.");

    /// <summary>The audit id and request id of a step; what begins as the service's own does is refused.</summary>
    public static void OwnStep(this Violations violations, string auditId, string requestId)
    {
        violations.Step(auditId, requestId);
        if (requestId.StartsWith(ReservedPrefix, StringComparison.Ordinal))
        {
            violations.Add("request_id", $"begins with '{ReservedPrefix}', as only those of the service itself do");
        }
    }
}

/// <summary>A step after the draw as it is asked for.</summary>
internal sealed record ReceiptRequest(string AuditId, string RequestId)
{
    /// <summary>Throws unless the caller may take this step in that audit.</summary>
    public required Action<AuditRecord> Permit { get; init; }

    /// <summary>Whether an entry under the same request id holds this very step.</summary>
    public required Func<AuditEvent, bool> IsSame { get; init; }

    /// <summary>Checks the step against the audit and says it as the log will hold it; null when it cannot be said yet.</summary>
    public required Func<Turn, AuditRecord, CancellationToken, ValueTask<AuditEvent?>> Decide { get; init; }
}

/// <summary>A step that was taken, now or the first time.</summary>
internal sealed record StepReceipt(long EntryIndex, long AcceptedMicros, AuditEvent Event, bool Replayed);
