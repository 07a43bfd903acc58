using CrimeAudit.V1;

namespace AuditServer.Rebuild;

/// <summary>A question that a server answered: one of its requests, and the server's clock when it answered.</summary>
/// <param name="Rate">About the live rate, or null.</param>
/// <param name="Overdue">About overdue crimes, or null.</param>
/// <param name="At">The server's clock.</param>
internal sealed record PastQuestion(GetAccountedForRateRequest? Rate, ListOverdueRequest? Overdue, DateTimeOffset At);
