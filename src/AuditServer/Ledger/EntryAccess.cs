using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Step = CrimeAudit.V1.AuditEvent.StepOneofCase;

namespace AuditServer.Ledger;

/// <summary>
/// Who may read what an entry holds: whoever may read it where it is served otherwise. Its leaf text, which tells no more than that a
/// force's system sent something, is everybody's.
/// </summary>
internal static class EntryAccess
{
    private const string Incidents = "/crimeaudit.v1.IncidentService/GetIncident";
    private const string Audits = "/crimeaudit.v1.AuditService/GetAudit";
    private const string Reviews = "/crimeaudit.v1.AuditService/ListSampleItems";

    /// <summary>Whether a caller may read what an entry holds.</summary>
    public static bool MayRead(this Caller caller, StoredEntry entry) => entry.Kind switch
    {
        EntryKind.Incident => ForceAccess.Permits(caller, Incidents, entry.Key.Force),
        EntryKind.Audit => MayRead(caller, AuditEvent.Parser.ParseFrom(entry.Payload), entry.Key.Force),
        EntryKind.Volumes => true,
        EntryKind.Redaction => MayReadRedaction(caller, entry),
        // How much is read, and when, is for those who may ask by whom.
        EntryKind.Access => caller.Is(Role.Admin),
        _ => false,
    };

    /// <summary>What is left of an incident is read as the incident; what is left of its reviews, in the same entry, as these.</summary>
    private static bool MayReadRedaction(Caller caller, StoredEntry entry) =>
        ForceAccess.Permits(caller, Incidents, entry.Key.Force)
        && (Redaction.Parser.ParseFrom(entry.Payload).Steps == 0
            || (ForceAccess.Permits(caller, Reviews, entry.Key.Force) && IsNoReviewer(caller)));

    private static bool MayRead(Caller caller, AuditEvent step, string force) => IsOfTheWholeAudit(step)
        ? ForceAccess.Permits(caller, Audits, force)
        : ForceAccess.Permits(caller, Reviews, force) && (step.Actor == caller.Subject || IsNoReviewer(caller));

    /// <summary>
    /// What is done to an item, and who is given it, stays from the force and from reviewers. It is not named here, so a kind of step
    /// that is added is theirs only once somebody says so.
    /// </summary>
    private static bool IsOfTheWholeAudit(AuditEvent step) => step.StepCase is Step.Planned
        or Step.LeadCommitted or Step.ForceCommitted or Step.Frozen or Step.LeadRevealed or Step.ForceRevealed
        or Step.Drawn or Step.Extended or Step.Finalized or Step.Abandoned or Step.RevealWithheld;

    /// <summary>Whoever leads and reviews too would read here of items that are still to be reviewed blind.</summary>
    private static bool IsNoReviewer(Caller caller) => (caller.Is(Role.Lead) || caller.Is(Role.Admin)) && !caller.Is(Role.Auditor);
}
