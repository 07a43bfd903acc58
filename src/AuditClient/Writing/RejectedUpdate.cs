using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>An update that the service refused. The others of its stream are not touched by it.</summary>
/// <param name="Number">Its place among everything written to the writer, from 1.</param>
/// <param name="Update">The update, as written.</param>
/// <param name="Error">Why, as the unary call would have thrown it.</param>
public sealed record RejectedUpdate(long Number, IncidentUpdate Update, CrimeAuditException Error);
