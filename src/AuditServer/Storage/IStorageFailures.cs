namespace AuditServer.Storage;

/// <summary>Reads the exceptions of an engine. Nobody else knows its error numbers.</summary>
internal interface IStorageFailures
{
    /// <summary>What an exception means.</summary>
    StorageFailure Of(Exception exception);
}
