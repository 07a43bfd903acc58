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
            FoundEntry found = SqliteEntries.Read(row);
            entries.Add(found.Whole ?? throw new InvalidOperationException($"Entry {found.Index} is not whole."));
        }

        return entries;
    }
}
