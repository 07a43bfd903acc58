using AuditCore.Redaction;
using AuditServer.Audits.Reviews;
using AuditServer.Audits.Seeds;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>
/// Writes steps of audits: the entry, and what the derived tables make of it. Whether a step may be taken, and by whom,
/// was decided before; a replay writes what was decided then.
/// </summary>
internal static class AuditWriter
{
    /// <summary>Writes the plan of a new audit.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="key">Its request key.</param>
    /// <param name="planned">The step.</param>
    /// <param name="stored">The step's bytes.</param>
    /// <param name="cancel">Ends the writing.</param>
    public static async ValueTask<WrittenStep> PlanAsync(
        Turn turn, RequestKey key, AuditEvent planned, byte[] stored, CancellationToken cancel)
    {
        Entry entry = turn.Append(EntryKind.Audit, key, stored);
        turn.MarkWritten();
        Audit audit = AuditFold.Planned(planned, entry.AcceptedMicros);
        await turn.Log.Audits.AddAsync(new AuditRecord(entry.Index, audit), cancel);
        return new WrittenStep(entry, audit);
    }

    /// <summary>Writes a step of an audit that changes its document alone.</summary>
    /// <exception cref="Fault">AUDIT_STATE: the step may not be taken now; nothing was written.</exception>
    public static async ValueTask<WrittenStep> StepAsync(
        Turn turn, RequestKey key, AuditRecord audit, AuditEvent step, byte[] stored, CancellationToken cancel)
    {
        Audit after = AuditFold.Apply(audit.Document, step);
        Entry entry = turn.Append(EntryKind.Audit, key, stored);
        turn.MarkWritten();
        await turn.Log.Audits.SaveAsync(audit with { Document = after }, cancel);
        return new WrittenStep(entry, after);
    }

    /// <summary>Writes any step but the plan.</summary>
    /// <exception cref="Fault">The step may not be taken now; nothing was written.</exception>
    public static ValueTask<WrittenStep> WriteAsync(
        Turn turn, RequestKey key, AuditRecord audit, AuditEvent step, byte[] stored, CancellationToken cancel) => step.StepCase switch
        {
            AuditEvent.StepOneofCase.Assigned => AssignmentWriter.WriteAsync(turn, key, audit, step, stored, cancel),
            AuditEvent.StepOneofCase.Extended => ReserveWriter.ExtendAsync(turn, key, audit, step, stored, cancel),
            AuditEvent.StepOneofCase.RevealWithheld => WithheldReveals.WriteAsync(turn, key, audit, step, stored, cancel),
            _ when StepReferences.UnitOf(step) is not null => ItemWriter.WriteAsync(turn, key, audit, step, stored, cancel),
            _ => StepAsync(turn, key, audit, step, stored, cancel),
        };
}

/// <summary>A step that was written, and the audit after it.</summary>
internal readonly record struct WrittenStep(Entry Entry, Audit Audit);
