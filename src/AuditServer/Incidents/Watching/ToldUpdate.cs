using CrimeAudit.V1;

namespace AuditServer.Incidents.Watching;

/// <summary>An update as every watch of its force can tell it; whether a watch does is its filter's to say.</summary>
/// <param name="Entry">The message. It is shared: nobody changes it.</param>
/// <param name="Before">The incident just before it; null when it is the first of its incident.</param>
/// <param name="After">The incident with it.</param>
internal sealed record ToldUpdate(WatchedEntry Entry, IncidentRow? Before, IncidentRow After);
