using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Audits;

/// <summary>
/// How every step is taken: inside a turn, once for its request id, allowed by the state, as an entry of the log
/// together with the document derived from it.
/// </summary>
internal static class AuditSteps
{
    /// <summary>Takes a step.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="request">The step.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="Fault">UNKNOWN_AUDIT, REQUEST_ID_REUSED, AUDIT_STATE, or what the step itself says.</exception>
    public static async ValueTask<StepDone> TakeAsync(Turn turn, StepRequest request, CancellationToken cancel)
    {
        AuditRecord audit = await FindAsync(turn, request, cancel);
        if (await ReplayAsync(turn, request, audit, cancel) is { } replay)
        {
            return replay;
        }

        AuditEvent step = await request.Decide(turn, audit, cancel);
        (Entry entry, Audit after) = await AuditWriter.StepAsync(turn, KeyOf(request, audit), audit, step, step.ToByteArray(), cancel);
        return new StepDone(entry.Index, entry.AcceptedMicros, after, Replayed: false);
    }

    /// <summary>The audit that a request names, which its caller may concern himself with.</summary>
    /// <exception cref="Fault">UNKNOWN_AUDIT, FORCE_NOT_PERMITTED.</exception>
    public static async ValueTask<AuditRecord> FindAsync(Turn turn, StepRequest request, CancellationToken cancel)
    {
        AuditRecord audit = await turn.Log.Audits.FindAsync(request.AuditId, cancel) ?? throw Faults.UnknownAudit(request.AuditId);
        request.Permit(audit.Force);
        return audit;
    }

    /// <summary>What the request got the first time; null when it is new.</summary>
    /// <exception cref="Fault">REQUEST_ID_REUSED.</exception>
    public static async ValueTask<StepDone?> ReplayAsync(Turn turn, StepRequest request, AuditRecord audit, CancellationToken cancel)
    {
        RequestKey key = KeyOf(request, audit);
        IReadOnlyDictionary<RequestKey, KnownEntry> known = await turn.FindAsync([key], cancel);
        if (!known.TryGetValue(key, out KnownEntry? entry))
        {
            return null;
        }

        if (entry.RedactedBy is null && !request.IsSame(entry.Payload))
        {
            throw Faults.RequestIdReused(request.RequestId, entry.Index);
        }

        Audit then = AuditFold.Of(await StepsAsync(turn, audit, cancel), entry.Index);
        return new StepDone(entry.Index, entry.AcceptedMicros, then, Replayed: true);
    }

    /// <summary>The audit's steps from its plan to its draw, those of this turn too.</summary>
    public static async ValueTask<IReadOnlyList<LoggedStep>> StepsAsync(Turn turn, AuditRecord audit, CancellationToken cancel)
    {
        IReadOnlyList<LoggedStep> older = await turn.Log.Audits.ReadStepsAsync(audit.Force, audit.Id, cancel);
        IEnumerable<LoggedStep> ofTurn = turn.AppendedTo(audit)
            .Select(e => new LoggedStep(e.Index, e.AcceptedMicros, AuditEvent.Parser.ParseFrom(e.Payload)));
        return [.. older.Concat(ofTurn).Where(s => AuditEvents.IsOfCourse(s.Event))];
    }

    public static RequestKey KeyOf(StepRequest request, AuditRecord audit) => AuditKeys.Of(audit.Force, audit.Id, request.RequestId);
}

/// <summary>A step as it is asked for.</summary>
internal sealed record StepRequest(string AuditId, string RequestId)
{
    /// <summary>Throws unless the caller may take this step in an audit of that force.</summary>
    public required Action<string> Permit { get; init; }

    /// <summary>Whether an entry under the same request id holds this very step.</summary>
    public required Func<byte[], bool> IsSame { get; init; }

    /// <summary>Checks the step against the audit and says it as the log will hold it.</summary>
    public required Func<Turn, AuditRecord, CancellationToken, ValueTask<AuditEvent>> Decide { get; init; }
}

/// <summary>A step that was taken, now or the first time.</summary>
internal sealed record StepDone(long EntryIndex, long AcceptedMicros, Audit Audit, bool Replayed);
