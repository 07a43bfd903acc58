namespace AuditServer.Moving;

/// <summary>There is no log where the settings say, and none was made.</summary>
internal sealed class LogNotFoundException() : Exception("There is no log in the database.");
