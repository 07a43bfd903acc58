using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>An update as the log holds it.</summary>
/// <param name="Index">Index of its entry, dense from 0. The fold does not look at it: arrival order means nothing.</param>
/// <param name="AcceptedAt">When it was accepted. The fold does not look at it either.</param>
/// <param name="Update">What was told.</param>
public sealed record LoggedUpdate(long Index, DateTimeOffset AcceptedAt, IncidentUpdate Update);
