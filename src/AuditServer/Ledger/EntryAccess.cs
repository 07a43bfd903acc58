using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;

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
        _ => false,
    };

    /// <summary>Reviews stay from the force, and from other reviewers: no audit has a state yet in which they are given out.</summary>
    private static bool MayRead(Caller caller, AuditEvent step, string force) =>
        step.StepCase != AuditEvent.StepOneofCase.Reviewed
            ? ForceAccess.Permits(caller, Audits, force)
            : ForceAccess.Permits(caller, Reviews, force) &&
                (caller.Is(Role.Lead) || caller.Is(Role.Admin) || step.Actor == caller.Subject);
}
