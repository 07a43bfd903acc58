using System.Data.Common;
using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Storage.Sqlite;

/// <summary>Reads entries from rows.</summary>
internal static class SqliteEntries
{
    /// <summary>An entry whose columns stand as in read-entries.</summary>
    public static FoundEntry Read(DbDataReader row) => new(
        row.GetInt64(0),
        (EntryKind)row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt64(5),
        Bytes(row, 6),
        Bytes(row, 7),
        row.GetFieldValue<byte[]>(8),
        Bytes(row, 9),
        row.IsDBNull(10) ? null : row.GetInt64(10));

    private static byte[]? Bytes(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
