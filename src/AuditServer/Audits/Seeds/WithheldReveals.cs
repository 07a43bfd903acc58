using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Seeds;

/// <summary>
/// Secrets that are not revealed in time. Whoever reveals last can work the sample out first, and keep the secret back where it does not
/// suit: that ends the audit, in sight of everybody, and says who did.
/// </summary>
internal static class WithheldReveals
{
    /// <summary>Until when secrets may be revealed, µs since 1970 UTC; null when none is awaited, or none is awaited in time.</summary>
    public static long? DueMicros(Audit audit) =>
        audit.State == AuditState.Frozen && audit.Seed.RevealDue is { } due ? Micros.Of(due.ToDateTimeOffset()) : null;

    /// <summary>Throws where the time to reveal is over, whether or not the entry that says so stands yet.</summary>
    /// <exception cref="Fault">AUDIT_STATE.</exception>
    public static void RequireInTime(Audit audit, long acceptedMicros)
    {
        if (DueMicros(audit) is { } due && due <= acceptedMicros)
        {
            throw Faults.AuditState(
                audit.AuditId,
                AuditTransitions.NameOf(audit.State),
                $"the time to reveal was over on {Micros.ToTime(due):u}; what was withheld by then voids the audit");
        }
    }

    /// <summary>What the entry of it says.</summary>
    public static RevealWithheld Of(Audit audit)
    {
        var withheld = new RevealWithheld { Due = audit.Seed.RevealDue };
        withheld.Parties.AddRange(audit.Seed.LeadReveal.Length == 0 ? [SeedParty.Lead] : []);
        withheld.Parties.AddRange(audit.Seed.ForceReveal.Length == 0 ? [SeedParty.Force] : []);
        return withheld;
    }

    /// <summary>Writes the entry that voids an audit.</summary>
    /// <exception cref="Fault">AUDIT_STATE: nothing is withheld, or by others than it says; nothing was written.</exception>
    public static ValueTask<WrittenStep> WriteAsync(
        Turn turn, RequestKey key, AuditRecord audit, AuditEvent step, byte[] stored, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Withhold);
        RevealWithheld found = Of(audit.Document);
        return step.RevealWithheld.Equals(found)
            ? AuditWriter.StepAsync(turn, key, audit, step, stored, cancel)
            : throw StepMismatch.Of(audit, $"{step.RevealWithheld}", $"{found}");
    }
}
