using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>SQLite's result codes.</summary>
internal sealed class SqliteFailures : IStorageFailures
{
    private const int Full = 13;

    // CONSTRAINT_PRIMARYKEY, CONSTRAINT_UNIQUE, CONSTRAINT_ROWID.
    private static readonly int[] Taken = [1555, 2067, 2579];

    // PROTOCOL: lost a race for the WAL's locks. ABORT_ROLLBACK, BUSY_SNAPSHOT: lost to another transaction.
    private static readonly int[] Lost = [15, 516, 517];

    // PERM, BUSY, LOCKED, NOMEM, READONLY, IOERR, CANTOPEN.
    private static readonly int[] Unavailable = [3, 5, 6, 7, 8, 10, 14];

    // CORRUPT, NOTADB.
    private static readonly int[] Corrupt = [11, 26];

    /// <summary>A row of that key is there already.</summary>
    public static bool IsTaken(DbException exception) => exception is SqliteException sqlite && Taken.Contains(sqlite.SqliteExtendedErrorCode);

    public bool IsCorrupt(Exception exception) => exception is SqliteException sqlite && Corrupt.Contains(sqlite.SqliteErrorCode);

    public StorageFailure Of(Exception exception) => exception switch
    {
        TurnLostException => StorageFailure.Lost,
        StorageUnreachableException or SchemaMismatchException => StorageFailure.Unavailable,
        SqliteException sqlite when Lost.Contains(sqlite.SqliteExtendedErrorCode) => StorageFailure.Lost,
        SqliteException { SqliteErrorCode: Full } => StorageFailure.Full,
        SqliteException sqlite when Unavailable.Contains(sqlite.SqliteErrorCode) => StorageFailure.Unavailable,
        _ => StorageFailure.None,
    };
}
