namespace AuditServer.Storage;

/// <summary>The engine cannot be reached now, as found by other means than its driver. The message is for the log alone.</summary>
internal sealed class StorageUnreachableException(string message, Exception? inner = null) : Exception(message, inner);
