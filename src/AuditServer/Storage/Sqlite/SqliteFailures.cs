using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>SQLite's primary result codes.</summary>
internal sealed class SqliteFailures : IStorageFailures
{
    private const int Full = 13;

    // BUSY, LOCKED, NOMEM, READONLY, IOERR, CANTOPEN.
    private static readonly int[] Unavailable = [5, 6, 7, 8, 10, 14];

    public StorageFailure Of(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: Full } => StorageFailure.Full,
        SqliteException sqlite when Unavailable.Contains(sqlite.SqliteErrorCode) => StorageFailure.Unavailable,
        _ => StorageFailure.None,
    };
}
