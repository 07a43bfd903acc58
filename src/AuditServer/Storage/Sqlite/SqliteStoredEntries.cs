using System.Data.Common;
using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Storage.Sqlite;

/// <summary>Entries as <c>read-entries</c> selects them: whole, or what is left of them.</summary>
internal static class SqliteStoredEntries
{
    /// <summary>Reads entries.</summary>
    /// <param name="query">The prepared query.</param>
    /// <param name="fromIndex">The first.</param>
    /// <param name="atMost">How many.</param>
    public static IReadOnlyList<StoredEntry> Read(SqliteQuery query, long fromIndex, int atMost)
    {
        var entries = new List<StoredEntry>();
        using DbDataReader row = query.Read(fromIndex, atMost);
        while (row.Read())
        {
            entries.Add(Read(row));
        }

        return entries;
    }

    private static StoredEntry Read(DbDataReader row)
    {
        var key = new RequestKey(row.GetString(2), row.GetString(3), row.GetString(4));
        (long index, var kind, long accepted, byte[] digest) = (row.GetInt64(0), (EntryKind)row.GetInt32(1), row.GetInt64(5), Bytes(row, 8));
        return row.IsDBNull(6) || row.IsDBNull(7)
            ? new StoredEntry(index, kind, key, accepted, [], Bytes(row, 9), digest, row.GetInt64(10))
            : new StoredEntry(index, kind, key, accepted, Bytes(row, 6), Bytes(row, 7), digest);
    }

    private static byte[] Bytes(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
