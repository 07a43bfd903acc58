namespace AuditServer.Replay;

/// <summary>The log does not end where the replay left it: somebody else writes to the database.</summary>
internal sealed class LogMovedException(long expected, long found) : Exception(
    $"The log in the database holds {found} entries where {expected} were expected: something else writes to it. Stop it, and run this again.");
