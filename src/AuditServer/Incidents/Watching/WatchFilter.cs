using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditServer.Incidents.Watching;

/// <summary>Which incidents a watch tells of: those that meet every condition set.</summary>
/// <param name="Force">Slug of the force; null: all.</param>
/// <param name="Status">The status; unspecified: any.</param>
/// <param name="OpeningCode">The opening code; empty: any.</param>
/// <param name="Qualifier">A qualifier among others; empty: any.</param>
/// <param name="Group">The group of a crime alleged or recorded; unspecified: any.</param>
internal sealed record WatchFilter(string? Force, IncidentStatus Status, string OpeningCode, string Qualifier, OffenceGroup Group)
{
    /// <summary>What resume tokens are bound to. An opening code can hold blanks, so it comes last.</summary>
    public string Query => $"WatchIncidents {Force ?? "*"} {(int)Status} {(int)Group} {Qualifier} {OpeningCode}";

    /// <summary>Whether an incident meets every condition but the force, by which the log is read already.</summary>
    public bool Meets(IncidentState incident) =>
        (Status == IncidentStatus.Unspecified || incident.Status == Status) &&
        (OpeningCode.Length == 0 || incident.OpeningCode == OpeningCode) &&
        (Qualifier.Length == 0 || incident.Qualifiers.Contains(Qualifier, StringComparer.Ordinal)) &&
        (Group == OffenceGroup.Unspecified || incident.OffenceGroups().Contains(Group));
}
