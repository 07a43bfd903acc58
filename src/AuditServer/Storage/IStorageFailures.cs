namespace AuditServer.Storage;

/// <summary>Reads the exceptions of an engine. Nobody else knows its error numbers.</summary>
internal interface IStorageFailures
{
    /// <summary>What an exception means.</summary>
    StorageFailure Of(Exception exception);

    /// <summary>The engine answers, and says that what it stored cannot be read.</summary>
    bool IsCorrupt(Exception exception);
}
