namespace AuditServer.Storage;

/// <summary>What a failure of the engine means to those who wait for it.</summary>
internal enum StorageFailure
{
    /// <summary>Not a failure of the engine, or one that asking again does not mend: a fault of the service.</summary>
    None,

    /// <summary>The transaction was lost to another one, or to a passing fault: nothing of it stands, and the whole of it may be run again at once.</summary>
    Lost,

    /// <summary>The engine cannot be reached, read or written now.</summary>
    Unavailable,

    /// <summary>The engine is out of space.</summary>
    Full,
}
