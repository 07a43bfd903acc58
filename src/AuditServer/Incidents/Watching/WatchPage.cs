using CrimeAudit.V1;

namespace AuditServer.Incidents.Watching;

/// <summary>A part of the log as a watch tells it.</summary>
/// <param name="Entries">What passes the filter.</param>
/// <param name="End">The index up to which everything has been looked through.</param>
internal sealed record WatchPage(IReadOnlyList<WatchedEntry> Entries, long End);
