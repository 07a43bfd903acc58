namespace AuditServer.Commands;

/// <summary>An argument cannot be used; the message says which and why.</summary>
internal sealed class UsageException(string message) : Exception(message);
