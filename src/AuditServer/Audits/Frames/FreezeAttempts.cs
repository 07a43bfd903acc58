using AuditServer.Errors;
using AuditServer.Sequencing;

namespace AuditServer.Audits.Frames;

/// <summary>An attempt to freeze may write only while no later one has begun.</summary>
internal static class FreezeAttempts
{
    /// <summary>Begins an attempt: earlier ones give way to it.</summary>
    /// <returns>The audit with the attempt's number.</returns>
    public static async ValueTask<AuditRecord> BeginAsync(Turn turn, AuditRecord audit, CancellationToken cancel)
    {
        turn.MarkWritten();
        return audit with { FreezeAttempt = await turn.Log.Audits.BeginFreezeAsync(audit.No, cancel) };
    }

    /// <exception cref="Fault">AUDIT_STATE.</exception>
    public static async ValueTask RequireAsync(Turn turn, AuditRecord attempt, CancellationToken cancel)
    {
        AuditRecord now = await turn.Log.Audits.FindAsync(attempt.Id, cancel) ?? throw Faults.UnknownAudit(attempt.Id);
        AuditTransitions.Require(now.Document, AuditStep.Freeze);
        Require(now, attempt.FreezeAttempt);
    }

    /// <exception cref="Fault">AUDIT_STATE.</exception>
    public static void Require(AuditRecord now, long attempt)
    {
        if (now.FreezeAttempt != attempt)
        {
            throw Faults.AuditState(
                now.Id, AuditTransitions.NameOf(now.Document.State), "a later call freezes its frame, and this one gave way; read the audit");
        }
    }
}
