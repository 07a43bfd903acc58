namespace AuditServer.Hosting;

/// <summary>The server does not start as it is configured. The message names the settings and what they need.</summary>
public sealed class StartRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);
