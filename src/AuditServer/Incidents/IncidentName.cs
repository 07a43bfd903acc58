using CrimeAudit.V1;

namespace AuditServer.Incidents;

/// <summary>An incident by force, the system that opened it, and its reference there.</summary>
internal readonly record struct IncidentName(string Force, string SourceSystem, string Ref)
{
    /// <summary>Of the reference alone, which few systems share: a turn looks each of its incidents up several times.</summary>
    public override int GetHashCode() => Ref.GetHashCode(StringComparison.Ordinal);

    /// <summary>The incident of which an update tells.</summary>
    public static IncidentName Of(IncidentUpdate update) => new(update.Sender.Force, update.Incident.SourceSystem, update.Incident.Ref);
}
