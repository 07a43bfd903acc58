using System.Data.Common;
using AuditServer.Incidents;

namespace AuditServer.Storage.Sqlite;

/// <summary>Updates as statements select them: index, accepted time, what is stored, and what erased it.</summary>
internal static class SqliteUpdates
{
    /// <summary>The update in four columns of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">The column of the index.</param>
    public static StoredUpdate Read(DbDataReader row, int first) => new(
        row.GetInt64(first),
        row.GetInt64(first + 1),
        row.GetFieldValue<byte[]>(first + 2),
        row.IsDBNull(first + 3) ? null : row.GetInt64(first + 3));
}
