using AuditServer.Rates;

namespace AuditServer.Rebuild;

/// <summary>A question about the live rate, and when it was asked.</summary>
/// <param name="Asked">The question.</param>
/// <param name="At">The server's clock when it answered.</param>
internal sealed record RateQuestion(AccountedForQuestion Asked, DateTimeOffset At);
