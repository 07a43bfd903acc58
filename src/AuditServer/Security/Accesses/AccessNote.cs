namespace AuditServer.Security.Accesses;

/// <summary>That somebody was told records: what becomes a row of the access log.</summary>
/// <param name="Subject">The credential's subject.</param>
/// <param name="Roles">Its roles, of <see cref="Role"/>, parted by commas, in their order there.</param>
/// <param name="HomeForces">Slugs of the forces that it speaks for, parted by commas, in ordinal order.</param>
/// <param name="Method">The call, <c>crimeaudit.v1.IncidentService/GetIncident</c>.</param>
/// <param name="Told">What was told.</param>
internal sealed record AccessNote(string Subject, string Roles, string HomeForces, string Method, ToldRecords Told);
