using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditServer.Incidents.Watching;

/// <summary>An update as every watch of its force can tell it; whether a watch does is its filter's to say.</summary>
/// <param name="entry">The message. It is shared: nobody changes it.</param>
/// <param name="after">The incident with it.</param>
/// <param name="before">Makes the incident just before it; null when it is the first of its incident. Most filters need only the other.</param>
internal sealed class ToldUpdate(WatchedEntry entry, IncidentState after, Func<IncidentState>? before)
{
    private readonly Lazy<IncidentState>? before = before is null ? null : new Lazy<IncidentState>(before);

    /// <summary>The message. It is shared: nobody changes it.</summary>
    public WatchedEntry Entry => entry;

    /// <summary>Whether it passes a filter: its incident meets the conditions with it or just before it.</summary>
    public bool Passes(WatchFilter filter) => filter.Meets(after) || (before is not null && filter.Meets(before.Value));
}
